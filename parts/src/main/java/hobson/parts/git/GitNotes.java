package hobson.parts.git;

import hobson.engine.build.BuildSummary;
import hobson.engine.build.Permalink;
import hobson.engine.build.Result;
import hobson.engine.run.BuildContext;
import hobson.engine.scm.Sources.Author;
import hobson.engine.scm.Sources.Commit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the builds of a job have noted of their checkouts. For one thread. */
final class GitNotes {
    private static final int LOOKED_BACK = 200;

    private final BuildContext context;
    private final GitOptions options;

    /** @param options with the build's variables in them */
    GitNotes(BuildContext context, GitOptions options) {
        this.context = context;
        this.options = options;
    }

    /** That of the newest build before this one which has checked something out. */
    GitRecord before() throws IOException {
        int number = context.build().number();
        for (int earlier = number - 1; earlier > 0 && earlier >= number - LOOKED_BACK; earlier--) {
            var record = GitRecord.read(sibling(earlier));
            if (record.isPresent()) {
                return record.get();
            }
        }
        return GitRecord.NONE;
    }

    /** Notes what the script of the checkout has left. */
    void write(List<GitRemote> remotes, GitRefs.Ref chosen, String localBranch, GitRecord before) throws IOException {
        var lines = Files.readAllLines(context.folder().resolve(CheckoutScript.HEAD));
        var head = lines.getFirst();
        var last = before.built().get(chosen.name());
        var built = new LinkedHashMap<>(before.built());
        built.put(chosen.name(), new GitRecord.Built(context.build().number(), lines.getLast(), head));
        var commits = GitChanges.read(context.folder());
        new GitRecord(
                        remotes.stream().map(GitRemote::url).toList(),
                        chosen.name(),
                        head,
                        last == null ? null : last.result(),
                        good(chosen),
                        built,
                        culprits(commits),
                        options.label(),
                        variables(localBranch))
                .write(context.folder());
    }

    private Map<String, String> variables(String localBranch) {
        var variables = new HashMap<String, String>();
        var identity = options.identity();
        variables.put("GIT_AUTHOR_NAME", identity.name());
        variables.put("GIT_COMMITTER_NAME", identity.name());
        variables.put("GIT_AUTHOR_EMAIL", identity.email());
        variables.put("GIT_COMMITTER_EMAIL", identity.email());
        variables.put("GIT_LOCAL_BRANCH", localBranch);
        variables.put("GIT_CHECKOUT_DIR", options.tree().folder());
        variables.values().removeIf(String::isEmpty);
        return variables;
    }

    private @Nullable String good(GitRefs.Ref chosen) throws IOException {
        var number = context.newest(Permalink.LAST_SUCCESSFUL).map(BuildSummary::number);
        var record = number.isEmpty() ? Optional.<GitRecord>empty() : GitRecord.read(sibling(number.get()));
        return record.map(r -> r.built().get(chosen.name()))
                .map(GitRecord.Built::result)
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

    private Path sibling(int number) {
        return context.folder().resolveSibling(Integer.toString(number));
    }
}
