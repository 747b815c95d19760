package hobson.parts.git;

import static hobson.parts.git.ShellScript.quoted;

import hobson.parts.git.GitOptions.Clean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings a folder's copy of repositories up to date, and lists what they have. */
final class FetchScript {
    private final GitOptions options;
    private final ShellScript script = new ShellScript();

    private FetchScript(GitOptions options) {
        this.options = options;
    }

    /**
     * @param tree the folder, below the workspace
     * @param refs where the list goes
     */
    static String of(GitOptions options, List<GitRemote> remotes, Path tree, Path refs) {
        var fetch = new FetchScript(options);
        fetch.prepare(remotes.getFirst(), tree);
        remotes.forEach(fetch::fetch);
        fetch.script.lines(
                "git for-each-ref --sort=-committerdate --format='%(if)%(*objectname)%(then)%(*objectname)%(else)"
                        + "%(objectname)%(end) %(refname)' refs/remotes refs/tags > " + quoted(refs.toString()));
        return fetch.script.toString();
    }

    private void prepare(GitRemote first, Path tree) {
        script.lines("mkdir -p -- " + quoted(tree.toString())).lines("cd -- " + quoted(tree.toString()));
        if (options.tree().wipe()) {
            script.say("Wiping out workspace first.").lines("find . ! -name . -prune -exec rm -rf -- {} +");
        }
        script.lines("if git rev-parse --resolve-git-dir .git >/dev/null 2>&1; then");
        script.say("Fetching changes from the remote Git repository");
        clean(script, options.tree().before());
        script.lines("else")
                .say("Cloning the remote Git repository")
                .say("Cloning repository " + first.url())
                .say(" > git init " + tree + " # timeout=10")
                .run("git", "init", "-q", ".");
        borrow(options.fetching().reference());
        script.lines("fi");
    }

    /** What the other repository has need not be fetched. */
    private void borrow(String reference) {
        if (!reference.isEmpty()) {
            script.say("Using reference repository: " + reference)
                    .lines("for objects in " + quoted(reference + "/.git/objects") + " "
                            + quoted(reference + "/objects") + "; do")
                    .lines("if [ -d \"$objects\" ]; then")
                    .lines("(cd -- \"$objects\" && pwd) > .git/objects/info/alternates; break")
                    .lines("fi; done");
            script.lines("if [ ! -f .git/objects/info/alternates ]; then")
                    .say("[WARNING] Reference path does not exist: " + reference)
                    .lines("fi");
        }
    }

    /** Also of what a build before this one changed. */
    static void clean(ShellScript script, Clean clean) {
        var words = switch (clean) {
            case KEPT -> "";
            case DELETED -> "-fdx";
            case DELETED_WITH_REPOSITORIES -> "-ffdx";
        };
        if (!words.isEmpty()) {
            script.say("Cleaning workspace")
                    .say("Resetting working tree")
                    .say(" > git reset --hard # timeout=10")
                    .lines("if git rev-parse -q --verify HEAD >/dev/null; then git reset -q --hard; fi")
                    .say(" > git clean " + words + " # timeout=10")
                    .run("git", "clean", "-q", words);
        }
    }

    private void fetch(GitRemote remote) {
        var fetching = options.fetching();
        var words = new ArrayList<>(List.of("fetch", fetching.tags() ? "--tags" : "--no-tags", "--force"));
        if (fetching.pruneBranches()) {
            words.add("--prune");
        }
        if (fetching.depth() > 0) {
            words.add("--depth=" + fetching.depth());
            script.say("Using shallow fetch with depth " + fetching.depth());
        }
        if (!fetching.tags()) {
            script.say("Avoid fetching tags");
        }
        script.say("Fetching upstream changes from " + remote.url())
                .say(" > git --version # timeout=10")
                .run("git", "--version");
        perform(remote, words, remote.refspecs());
        if (fetching.pruneTags()) {
            perform(remote, List.of("fetch", "--no-tags", "--force", "--prune"), List.of("+refs/tags/*:refs/tags/*"));
        }
        script.run("git", "config", "remote." + remote.name() + ".url", remote.url());
        script.run(
                "git",
                "config",
                "--replace-all",
                "remote." + remote.name() + ".fetch",
                remote.refspecs().getFirst());
    }

    /** What was fetched in part before is completed, unless a part is what is wanted. */
    private void perform(GitRemote remote, List<String> words, List<String> refspecs) {
        var fetching = options.fetching();
        script.say(" > git " + String.join(" ", words) + " --progress -- " + remote.url() + " "
                + String.join(" ", refspecs) + " # timeout=" + fetching.minutes());
        script.lines("whole=");
        if (fetching.depth() == 0) {
            script.lines("if [ -f \"$(git rev-parse --git-path shallow)\" ]; then whole=--unshallow; fi");
        }
        var places = new ArrayList<>(List.of("--", remote.url()));
        places.addAll(refspecs);
        script.runWith(
                remote.access(),
                fetching.minutes(),
                Map.of(),
                quoted(words) + " -q --update-head-ok $whole " + quoted(places));
    }
}
