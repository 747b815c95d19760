package hobson.parts.git;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done with Git, as scripts for a POSIX shell that say what they do. */
final class GitScripts {
    /** The file with the name of the commit that was checked out. */
    static final String HEAD = "git-head";

    private static final int MOST_COMMITS = 1_024;

    /** Asks nobody for a password: there is nobody. */
    private static final String BEGINNING = """
            set -e
            export GIT_TERMINAL_PROMPT=0 GIT_ASKPASS=true SSH_ASKPASS=true
            say() { printf '%s\\n' "$1"; }
            """;

    private final StringBuilder text = new StringBuilder(BEGINNING);

    private GitScripts() {}

    /** Brings the workspace's copy of the repositories up to date, and lists what they have. */
    static String fetch(List<GitRemote> remotes, Path workspace, Path refs) {
        var script = new GitScripts();
        script.text.append("if git rev-parse --resolve-git-dir .git >/dev/null 2>&1; then\n");
        script.say("Fetching changes from the remote Git repository");
        script.text.append("else\n");
        script.say("Cloning the remote Git repository")
                .say("Cloning repository " + remotes.getFirst().shownUrl())
                .say(" > git init " + workspace + " # timeout=10")
                .line("git", "init", "-q", ".");
        script.text.append("fi\n");
        for (var remote : remotes) {
            script.fetch(remote);
        }
        script.text
                .append("git for-each-ref --sort=-committerdate --format='%(objectname) %(refname)' ")
                .append("refs/remotes refs/tags > ")
                .append(quoted(refs.toString()))
                .append('\n');
        return script.text.toString();
    }

    private void fetch(GitRemote remote) {
        var refspecs = remote.refspec().strip().split("\\s+", -1);
        say("Fetching upstream changes from " + remote.shownUrl());
        say(" > git --version # timeout=10");
        line("git", "--version");
        say(" > git fetch --tags --force --progress -- " + remote.shownUrl() + " " + remote.refspec()
                + " # timeout=10");
        remote.access()
                .variables()
                .forEach((name, value) ->
                        text.append(name).append('=').append(quoted(value)).append(' '));
        text.append("git");
        remote.access().options().forEach(option -> text.append(' ').append(quoted(option)));
        text.append(" fetch -q --tags --force --update-head-ok -- ").append(quoted(remote.url()));
        for (var refspec : refspecs) {
            text.append(' ').append(quoted(refspec));
        }
        text.append('\n');
        line("git", "config", "remote." + remote.name() + ".url", remote.url());
        line("git", "config", "remote." + remote.name() + ".fetch", refspecs[0]);
    }

    /**
     * Checks out, and leaves in the folder which commit that is, and what is new in it.
     *
     * @param previous the commit since which changes are listed; null for none
     */
    static String checkout(GitRefs.Ref chosen, @Nullable String previous, Path folder) {
        var script = new GitScripts();
        var revision = chosen.revision();
        script.say("Checking out Revision " + revision + " (" + chosen.name() + ")")
                .say(" > git checkout -f " + revision + " # timeout=10")
                .line("git", "checkout", "-q", "-f", "--detach", revision, "--");
        script.text
                .append("printf 'Commit message: \"%s\"\\n' \"$(git log -1 --format=%s ")
                .append(quoted(revision))
                .append(" --)\"\n");
        script.text
                .append("git rev-parse --verify HEAD > ")
                .append(quoted(folder.resolve(HEAD).toString()))
                .append('\n');
        if (previous == null) {
            script.say("First time build. Skipping changelog.");
        } else {
            script.changes(previous, revision, folder.resolve(GitChanges.FILE));
        }
        return script.text.toString();
    }

    private void changes(String previous, String revision, Path changes) {
        text.append("if git cat-file -e ")
                .append(quoted(previous + "^{commit}"))
                .append(" 2>/dev/null; then\n");
        say(" > git rev-list --no-walk " + previous + " # timeout=10");
        text.append("git log --no-merges --name-status -M -z --no-color --encoding=UTF-8 --max-count=" + MOST_COMMITS)
                .append(" --format=" + quoted(GitChanges.FORMAT) + " ")
                .append(quoted(previous + ".." + revision))
                .append(" -- > ")
                .append(quoted(changes.toString()))
                .append("\nfi\n");
    }

    private GitScripts say(String sentence) {
        text.append("say ").append(quoted(sentence)).append('\n');
        return this;
    }

    private GitScripts line(String... words) {
        for (int i = 0; i < words.length; i++) {
            text.append(i == 0 ? "" : " ").append(quoted(words[i]));
        }
        text.append('\n');
        return this;
    }

    /** One word to the shell, whatever is in it. */
    static String quoted(String word) {
        return "'" + word.replace("\u0000", "").replace("'", "'\\''") + "'";
    }
}
