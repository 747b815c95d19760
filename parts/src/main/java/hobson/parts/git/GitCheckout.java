package hobson.parts.git;

import hobson.engine.build.Cause;
import hobson.engine.build.Result;
import hobson.engine.run.BuildContext;
import hobson.engine.run.BuildSecrets;
import hobson.engine.run.StepFailed;
import hobson.parts.files.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One build's checkout: fetches, decides which commit, checks it out, and notes what is new in it. Git is run as two scripts, which a
 * crash of the server does not end. For one thread.
 */
final class GitCheckout {
    private static final List<String> SHELL = List.of("/bin/sh");
    private static final String REFS = "git-refs";

    private final GitScm scm;
    private final BuildContext context;
    private final BuildSecrets secrets;
    private final GitOptions options;

    GitCheckout(GitScm scm, BuildContext context, BuildSecrets secrets) {
        this.scm = scm;
        this.context = context;
        this.secrets = secrets;
        this.options = scm.options().with(text -> Variables.expand(text, context.environment()));
    }

    Result perform() throws IOException, InterruptedException {
        try {
            checkOut();
            return Result.SUCCESS;
        } catch (StepFailed e) {
            context.log().line("ERROR: " + e.getMessage());
            return Result.FAILURE;
        }
    }

    private void checkOut() throws IOException, InterruptedException {
        if (!options.refused().isEmpty()) {
            throw new StepFailed(String.join("; ", options.refused()));
        }
        var remotes = GitRemote.of(scm, context.environment(), secrets);
        if (remotes.isEmpty()) {
            throw new StepFailed("the job names no Git repository");
        }
        var tree = tree();
        context.log().line("The recommended git tool is: NONE");
        for (var remote : remotes) {
            context.log().line(remote.access().remark());
        }
        var refs = context.folder().resolve(REFS);
        run(
                0,
                FetchScript.of(options, remotes, tree, refs),
                "Error fetching remote repo '" + remotes.getFirst().name() + "'");
        var notes = new GitNotes(context, options);
        var before = notes.before();
        var chosen = chosen(GitRefs.parse(Files.readAllLines(refs)), before)
                .orElseThrow(
                        () -> new StepFailed("Couldn't find any revision to build. Verify the repository and branch"
                                + " configuration for this job."));
        checkOut(remotes, chosen, tree, notes, before);
    }

    /** Where the files go: in the workspace, and the server's own are not in it. */
    private Path tree() throws StepFailed {
        var folder = options.tree().folder();
        Path tree;
        try {
            tree = context.workspace().resolve(folder).normalize();
        } catch (InvalidPathException e) {
            throw new StepFailed("'" + folder + "' is no folder");
        }
        if (!tree.startsWith(context.workspace())) {
            throw new StepFailed("'" + folder + "' is not in the workspace");
        }
        if (context.folder().startsWith(tree)) {
            throw new StepFailed("the workspace holds the server's own files");
        }
        return tree;
    }

    private void run(int order, String script, String failure) throws IOException, InterruptedException {
        if (context.runQuietly(order, SHELL, script) != 0) {
            throw new StepFailed(failure);
        }
    }

    private Optional<GitRefs.Ref> chosen(GitRefs refs, GitRecord before) {
        var revision = Cause.revision(context.build().causes());
        if (revision != null) {
            return Optional.of(refs.named(revision));
        }
        var specs = scm.branches().stream()
                .map(spec -> new BranchSpec(Variables.expand(spec.text(), context.environment())))
                .toList();
        return GitRefs.choose(options.inverse() ? refs.others(specs) : refs.meant(specs), before.built());
    }

    private void checkOut(List<GitRemote> remotes, GitRefs.Ref chosen, Path tree, GitNotes notes, GitRecord before)
            throws IOException, InterruptedException {
        var last = before.built().get(chosen.name());
        var tag = "jenkins-" + context.job().path().name().replace(' ', '_') + "-"
                + context.build().number();
        var checkout = new CheckoutScript(options, remotes.getFirst(), GitAccess.none(secrets, ""), chosen);
        var script = checkout.text(tree, tag, last == null ? null : last.result(), context.folder());
        run(1, script, "Could not checkout " + chosen.revision());
        notes.write(remotes, chosen, checkout.localBranch(), before);
    }
}
