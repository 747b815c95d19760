package hobson.parts.git;

import hobson.engine.scm.Scm.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * A copy of repositories that shows which commits are new, for jobs which do not heed all of them; it stays beside the job's builds.
 * The workspace will not do: a build may be at work in it. For one thread.
 */
final class LookedAtCopy {
    private static final int MOST_COMMITS = 1_024;

    private final GitOptions options;
    private final Look look;
    private final List<GitRemote> remotes;
    private boolean fetched;

    LookedAtCopy(GitOptions options, Look look, List<GitRemote> remotes) {
        this.options = options;
        this.look = look;
        this.remotes = remotes;
    }

    /** Whether a commit that counts is new. Everything counts when the job says nothing of it. */
    boolean countsSince(String built, String head) throws IOException, InterruptedException {
        if (options.unheeded().isNone()) {
            return true;
        }
        fetch();
        if (!has(built) || !has(head)) {
            return true;
        }
        var words = new ArrayList<>(List.of("log"));
        words.addAll(GitChanges.arguments(options.changeLog().ofAuthors()));
        words.addAll(List.of("--max-count=" + MOST_COMMITS, built + ".." + head, "--"));
        var commits = GitChanges.parse(git(GitAccess.NONE, words));
        boolean counts = commits.isEmpty();
        for (var commit : commits) {
            var reason = options.unheeded().reason(commit);
            if (reason.isPresent()) {
                look.line("Ignored commit " + commit.id() + ": " + reason.get());
            }
            counts |= reason.isEmpty();
        }
        return counts;
    }

    private void fetch() throws IOException, InterruptedException {
        if (fetched) {
            return;
        }
        if (!Files.isDirectory(look.folder().resolve("objects"))) {
            Files.createDirectories(look.folder());
            git(GitAccess.NONE, List.of("init", "-q", "--bare", "."));
        }
        for (var remote : remotes) {
            var words = new ArrayList<>(List.of("fetch", "-q", "--no-tags", "--force", "--", remote.url()));
            words.add("+refs/heads/*:refs/remotes/" + remote.name() + "/*");
            git(remote.access(), words);
        }
        fetched = true;
    }

    private boolean has(String commit) throws InterruptedException {
        try {
            git(GitAccess.NONE, List.of("cat-file", "-e", commit + "^{commit}"));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private String git(GitAccess access, List<String> words) throws IOException, InterruptedException {
        return GitCommand.run(List.of("-C", look.folder().toString()), access, words);
    }
}
