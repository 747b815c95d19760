package hobson.parts.git;

import static hobson.parts.git.ShellScript.quoted;

import hobson.parts.git.GitOptions.Merge;
import hobson.parts.git.GitOptions.Submodules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks a commit out, and leaves in a build's folder which one that is and what is new in it. */
final class CheckoutScript {
    /** The file with the name of the commit that was checked out; then that of the one that was chosen. */
    static final String HEAD = "git-head";

    private static final int MOST_COMMITS = 1_024;

    private final GitOptions options;
    private final GitRemote remote;
    private final GitAccess others;
    private final GitRefs.Ref chosen;
    private final ShellScript script = new ShellScript();

    /** @param others how Git gets into repositories that the job does not name */
    CheckoutScript(GitOptions options, GitRemote remote, GitAccess others, GitRefs.Ref chosen) {
        this.options = options;
        this.remote = remote;
        this.others = others;
        this.chosen = chosen;
    }

    /**
     * The script; once.
     *
     * @param tag for the commit; used when the job wants one
     * @param previous the commit since which changes are listed; null for none
     * @param build its folder
     */
    String text(Path tree, String tag, @Nullable String previous, Path build) {
        script.lines("cd -- " + quoted(tree.toString()));
        identify();
        choosePaths();
        checkOut();
        list(previous, build);
        submodules();
        FetchScript.clean(script, options.tree().after());
        finish(tag);
        script.lines("{ git rev-parse --verify HEAD; printf '%s\\n' \"$chosen\"; } > "
                + quoted(build.resolve(HEAD).toString()));
        return script.toString();
    }

    private void identify() {
        var identity = options.identity();
        for (var role : new String[] {"AUTHOR", "COMMITTER"}) {
            if (!identity.name().isEmpty()) {
                script.lines("export GIT_" + role + "_NAME=" + quoted(identity.name()));
            }
            if (!identity.email().isEmpty()) {
                script.lines("export GIT_" + role + "_EMAIL=" + quoted(identity.email()));
            }
        }
        if (!options.merges().isEmpty() || options.tree().tagged()) {
            script.lines(
                    "if ! git var GIT_COMMITTER_IDENT >/dev/null 2>&1; then export GIT_AUTHOR_NAME=Hobson"
                            + " GIT_COMMITTER_NAME=Hobson GIT_AUTHOR_EMAIL=hobson@localhost GIT_COMMITTER_EMAIL=hobson@localhost; fi");
        }
    }

    /** Those of a build before this one count no longer. */
    private void choosePaths() {
        var paths = options.tree().paths();
        var file = "\"$(git rev-parse --git-path info/sparse-checkout)\"";
        if (paths.isEmpty()) {
            script.lines("if [ \"$(git config --bool core.sparseCheckout || :)\" = true ]; then")
                    .lines("git sparse-checkout disable; fi");
        } else {
            script.run("git", "config", "core.sparseCheckout", "true")
                    .lines("mkdir -p \"$(git rev-parse --git-path info)\"")
                    .lines("printf '%s\\n' " + quoted(paths) + " > " + file);
        }
    }

    private void checkOut() {
        script.lines("chosen=$(git rev-parse -q --verify " + quoted(chosen.revision() + "^{commit}") + ") || refuse "
                + quoted("The repository has no commit " + chosen.revision()));
        script.lines("revision=$chosen");
        options.merges().forEach(this::merge);
        script.lines("say \"Checking out Revision $revision \"" + quoted("(" + chosen.name() + ")"))
                .lines("say \" > git checkout -f $revision # timeout="
                        + options.tree().minutes() + "\"");
        var branch = localBranch();
        checkOut(branch.isEmpty() ? "--detach \"$revision\"" : "-B " + quoted(branch) + " \"$revision\"");
        script.lines("printf 'Commit message: \"%s\"\\n' \"$(git log -1 --format=%s \"$revision\" --)\"");
    }

    /** @param words to the shell */
    private void checkOut(String words) {
        var variables = options.tree().largeFiles() ? Map.of("GIT_LFS_SKIP_SMUDGE", "1") : Map.<String, String>of();
        script.runWith(GitAccess.NONE, options.tree().minutes(), variables, "checkout -q -f " + words + " --");
    }

    /** Empty for none. */
    String localBranch() {
        var branch = options.tree().localBranch();
        return branch.equals("**") ? chosen.name().replaceFirst("^refs/(?:remotes/[^/]+|tags|heads)/", "") : branch;
    }

    private void merge(Merge merge) {
        var target = merge.ref(remote.name());
        var words = new ArrayList<>(List.of("git", "merge", "-q", "--no-edit", merge.fastForward()));
        words.addAll(merge.strategy());
        script.lines("say \"Merging Revision $revision \""
                        + quoted("(" + chosen.name() + ") to " + target + " (" + merge.fastForward() + ")"))
                .lines("target=$(git rev-parse -q --verify " + quoted(target + "^{commit}") + ") || refuse "
                        + quoted("There is no branch " + target + " to merge into"));
        checkOut("--detach \"$target\"");
        script.lines(quoted(words) + " \"$revision\" || { git reset -q --hard \"$chosen\"; refuse "
                + quoted("Branch not suitable for integration as it does not merge cleanly: " + chosen.name() + " into "
                        + target)
                + "; }");
        script.lines("revision=$(git rev-parse HEAD)");
    }

    private void list(@Nullable String previous, Path build) {
        var log = options.changeLog();
        var changes = build.resolve(GitChanges.FILE);
        if (!log.since().isEmpty()) {
            script.say("Using 'Changelog to branch' strategy.");
            since("refs/remotes/" + log.since(), changes);
        } else if (previous != null) {
            since(previous, changes);
        } else if (log.ofFirst()) {
            script.lines(log("\"$revision\"", changes));
        } else {
            script.say("First time build. Skipping changelog.");
        }
    }

    private void since(String commit, Path changes) {
        script.lines("if git cat-file -e " + quoted(commit + "^{commit}") + " 2>/dev/null; then")
                .say(" > git rev-list --no-walk " + commit + " # timeout=10")
                .lines(log(quoted(commit) + "..\"$revision\"", changes))
                .lines("fi");
    }

    private String log(String range, Path changes) {
        return "git log " + GitChanges.words(options.changeLog().ofAuthors()) + " --max-count=" + MOST_COMMITS + " "
                + range + " -- > " + quoted(changes.toString());
    }

    private void submodules() {
        options.submodules().ifPresent(modules -> {
            script.lines("if [ -f .gitmodules ]; then");
            update(modules);
            script.lines("fi");
        });
    }

    private void update(Submodules modules) {
        var words = new ArrayList<>(List.of("submodule", "update", "--init", "--force"));
        var recursive = modules.recursive() ? List.of("--recursive") : List.<String>of();
        words.addAll(recursive);
        if (modules.newest()) {
            words.add("--remote");
        }
        if (modules.depth() > 0) {
            words.add("--depth=" + modules.depth());
        }
        if (modules.atOnce() > 1) {
            words.add("--jobs=" + modules.atOnce());
        }
        if (!modules.reference().isEmpty()) {
            words.addAll(List.of("--reference", modules.reference()));
        }
        script.lines("git submodule --quiet sync " + quoted(recursive))
                .say(" > git " + String.join(" ", words) + " # timeout=" + modules.minutes())
                .runWith(
                        modules.withLogin() ? remote.access() : others,
                        modules.minutes(),
                        Map.of("GIT_ALLOW_PROTOCOL", ShellScript.PROTOCOLS_OF_SUBMODULES),
                        quoted(words));
    }

    private void finish(String tag) {
        var tree = options.tree();
        if (tree.largeFiles()) {
            script.say("Performing Git LFS pull");
            script.runWith(remote.access(), tree.minutes(), Map.of(), "lfs pull " + quoted(remote.name()));
        }
        if (tree.tagged()) {
            script.run("git", "tag", "-a", "-f", "-m", "Build " + tag, tag);
        }
    }
}
