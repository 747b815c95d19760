package hobson.engine.scm;

import java.util.List;

/**
 * What a build got from its job's repositories.
 *
 * @param kind of repository, as the wire calls it: {@code git}
 * @param commits those that no build before it had, newest first
 * @param culprits who made the commits since the last build that was good, as {@code commits} name them
 * @param more what else is shown of it
 */
public record Sources(String kind, List<Commit> commits, List<Author> culprits, List<Object> more) {
    public Sources {
        commits = List.copyOf(commits);
        culprits = List.copyOf(culprits);
        more = List.copyOf(more);
    }

    /** The names of those who made the commits, the newest ones first; at most so many. */
    public List<String> authors(int most) {
        return commits.stream()
                .map(commit -> commit.author().name())
                .distinct()
                .limit(most)
                .toList();
    }

    /** Who made a commit, as the repository says. */
    public record Author(String name, String email) {}

    /**
     * @param date as the repository writes it, with the committer's zone
     * @param timestamp milliseconds since 1970
     */
    public record Commit(String id, Author author, String date, long timestamp, String comment, List<Touched> files) {
        public Commit {
            files = List.copyOf(files);
        }

        /** The first line of its comment. */
        public String title() {
            return comment.lines().findFirst().orElse("").strip();
        }
    }

    /** @param edit {@code add}, {@code edit} or {@code delete} */
    public record Touched(String edit, String path) {}
}
