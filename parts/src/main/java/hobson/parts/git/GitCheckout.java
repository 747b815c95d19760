package hobson.parts.git;

import hobson.engine.build.BuildSummary;
import hobson.engine.build.Cause;
import hobson.engine.build.Permalink;
import hobson.engine.build.Result;
import hobson.engine.run.BuildContext;
import hobson.engine.run.BuildSecrets;
import hobson.engine.scm.Sources.Author;
import hobson.engine.scm.Sources.Commit;
import hobson.parts.files.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One build's checkout: fetches, decides which commit, checks it out, and notes what is new in it. Git is run as two scripts, which a
 * crash of the server does not end. For one thread.
 */
final class GitCheckout {
    private static final List<String> SHELL = List.of("/bin/sh");
    private static final String REFS = "git-refs";
    private static final int LOOKED_BACK = 200;

    private final GitScm scm;
    private final BuildContext context;
    private final BuildSecrets secrets;

    GitCheckout(GitScm scm, BuildContext context, BuildSecrets secrets) {
        this.scm = scm;
        this.context = context;
        this.secrets = secrets;
    }

    Result perform() throws IOException, InterruptedException {
        var remotes = GitRemote.of(scm, context.environment(), secrets);
        if (remotes.isEmpty()) {
            context.log().line("ERROR: the job names no Git repository");
            return Result.FAILURE;
        }
        context.log().line("The recommended git tool is: NONE");
        for (var remote : remotes) {
            context.log().line(remote.access().remark());
        }
        var script =
                GitScripts.fetch(remotes, context.workspace(), context.folder().resolve(REFS));
        if (context.runQuietly(0, SHELL, script) != 0) {
            context.log()
                    .line("ERROR: Error fetching remote repo '"
                            + remotes.getFirst().name() + "'");
            return Result.FAILURE;
        }
        var before = newestRecord().orElse(GitRecord.NONE);
        var chosen = chosen(before);
        if (chosen.isEmpty()) {
            context.log()
                    .line(
                            "ERROR: Couldn't find any revision to build. Verify the repository and branch configuration for"
                                    + " this job.");
            return Result.FAILURE;
        }
        return checkOut(remotes.getFirst(), chosen.get(), before);
    }

    private Optional<GitRefs.Ref> chosen(GitRecord before) throws IOException {
        var refs = GitRefs.parse(Files.readAllLines(context.folder().resolve(REFS)));
        var revision = Cause.revision(context.build().causes());
        return revision == null
                ? refs.choose(
                        scm.branches().stream()
                                .map(spec -> new BranchSpec(Variables.expand(spec.text(), context.environment())))
                                .toList(),
                        before.built())
                : Optional.of(refs.named(revision));
    }

    private Result checkOut(GitRemote remote, GitRefs.Ref chosen, GitRecord before)
            throws IOException, InterruptedException {
        var last = before.built().get(chosen.name());
        var previous = last == null ? null : last.revision();
        if (context.runQuietly(1, SHELL, GitScripts.checkout(chosen, previous, context.folder())) != 0) {
            context.log().line("ERROR: Could not checkout " + chosen.revision());
            return Result.FAILURE;
        }
        note(remote, chosen, before, previous);
        return Result.SUCCESS;
    }

    private void note(GitRemote remote, GitRefs.Ref chosen, GitRecord before, @Nullable String previous)
            throws IOException {
        var head = Files.readString(context.folder().resolve(GitScripts.HEAD)).strip();
        var built = new LinkedHashMap<>(before.built());
        built.put(chosen.name(), new GitRecord.Built(context.build().number(), head));
        var commits = GitChanges.read(context.folder());
        new GitRecord(remote.url(), chosen.name(), head, previous, good(chosen), built, culprits(commits))
                .write(context.folder());
    }

    private @Nullable String good(GitRefs.Ref chosen) throws IOException {
        var number = context.newest(Permalink.LAST_SUCCESSFUL).map(BuildSummary::number);
        var record = number.isEmpty() ? Optional.<GitRecord>empty() : GitRecord.read(sibling(number.get()));
        return record.map(r -> r.built().get(chosen.name()))
                .map(GitRecord.Built::revision)
                .orElse(null);
    }

    /** Those of the build before go on to be ones until a build is good. */
    private List<Author> culprits(List<Commit> commits) throws IOException {
        var culprits = new LinkedHashSet<Author>();
        var before = context.newest(Permalink.LAST_COMPLETED);
        if (before.isPresent() && before.get().result() != Result.SUCCESS) {
            GitRecord.read(sibling(before.get().number())).ifPresent(record -> culprits.addAll(record.culprits()));
        }
        commits.forEach(commit -> culprits.add(commit.author()));
        return List.copyOf(culprits);
    }

    private Optional<GitRecord> newestRecord() throws IOException {
        int number = context.build().number();
        for (int earlier = number - 1; earlier > 0 && earlier >= number - LOOKED_BACK; earlier--) {
            var record = GitRecord.read(sibling(earlier));
            if (record.isPresent()) {
                return record;
            }
        }
        return Optional.empty();
    }

    private Path sibling(int number) {
        return context.folder().resolveSibling(Integer.toString(number));
    }
}
