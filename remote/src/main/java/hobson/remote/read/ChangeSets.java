package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.scm.Sources;
import hobson.engine.scm.Sources.Author;
import hobson.engine.scm.Sources.Commit;
import hobson.engine.scm.Sources.Touched;
import hobson.engine.user.User;
import hobson.engine.user.Users;
import hobson.export.Kind;
import hobson.export.Schema;
import hobson.export.Show;
import hobson.http.PathText;
import java.util.List;
import java.util.Locale;

/** What changed between two builds, and who did it (objects.md §8.2, §8.3). */
final class ChangeSets {
    private static final Empty NONE = new Empty();
    private static final Show ALWAYS = Show.ALWAYS;

    private static final Schema<Empty, Reader> EMPTY = Schema.<Empty, Reader>named("hudson.scm.EmptyChangeLogSet")
            .list(
                    "items",
                    ALWAYS,
                    Kind.<Object, Reader>declared("hudson.scm.ChangeLogSet$Entry", _ -> null),
                    (_, _) -> List.of())
            .text("kind", ALWAYS, (_, _) -> null)
            .build();

    private final Users users;
    private final Schema<Author, Reader> author;
    private final Schema<Sources, Reader> git;

    private record Empty() {}

    ChangeSets(Users users) {
        this.users = users;
        this.author = Schema.<Author, Reader>named("hudson.model.User")
                .text("absoluteUrl", ALWAYS, this::url)
                .text("fullName", ALWAYS, (author, _) -> fullName(author))
                .build();
        var commit = commit();
        this.git = Schema.<Sources, Reader>named("hudson.plugins.git.GitChangeSetList")
                .list(
                        "items",
                        ALWAYS,
                        Kind.<Commit, Reader>declared("hudson.scm.ChangeLogSet$Entry", _ -> commit)
                                .among(() -> List.of(commit)),
                        (set, _) -> set.commits())
                .text("kind", ALWAYS, (set, _) -> set.kind())
                .build();
    }

    private Schema<Commit, Reader> commit() {
        var path = Schema.<Touched, Reader>named("hudson.plugins.git.GitChangeSet$Path")
                .text("editType", ALWAYS, (touched, _) -> touched.edit())
                .text("file", ALWAYS, (touched, _) -> touched.path())
                .build();
        var entry = Schema.<Commit, Reader>named("hudson.scm.ChangeLogSet$Entry")
                .texts(
                        "affectedPaths",
                        ALWAYS,
                        (commit, _) -> commit.files().stream()
                                .map(Touched::path)
                                .distinct()
                                .toList())
                .text("commitId", ALWAYS, (commit, _) -> commit.id())
                .time("timestamp", ALWAYS, (commit, _) -> commit.timestamp())
                .build();
        return Schema.<Commit, Reader>named("hudson.plugins.git.GitChangeSet")
                .extend(entry)
                .object("author", ALWAYS, Kind.exactly(author), (commit, _) -> commit.author())
                .text("authorEmail", ALWAYS, (commit, _) -> commit.author().email())
                .text("comment", ALWAYS, (commit, _) -> commit.comment())
                .text("date", ALWAYS, (commit, _) -> commit.date())
                .text("id", ALWAYS, (commit, _) -> commit.id())
                .text("msg", ALWAYS, (commit, _) -> commit.title())
                .list("paths", ALWAYS, Kind.exactly(path), (commit, _) -> commit.files())
                .build();
    }

    Schema<Sources, Reader> git() {
        return git;
    }

    Kind<Object, Reader> kind() {
        return Kind.<Object, Reader>declared("hudson.scm.ChangeLogSet", set -> set instanceof Sources ? git : EMPTY)
                .among(() -> List.of(EMPTY, git));
    }

    Object of(ShownBuild build, Reader reader) {
        return build.sources(reader).map(Object.class::cast).orElse(NONE);
    }

    /** Those of a build that may have several: none for a build that has got nothing. */
    List<Object> sets(ShownBuild build, Reader reader) {
        return build.sources(reader)
                .filter(sources -> !sources.commits().isEmpty())
                .map(sources -> List.<Object>of(sources))
                .orElse(List.of());
    }

    /** Who made the changes. */
    Kind<Author, Reader> culprits() {
        return Kind.exactly(author);
    }

    List<Author> culprits(ShownBuild build, Reader reader) {
        return build.sources(reader).map(Sources::culprits).orElse(List.of());
    }

    /** The account that is called so, or the one that there would be. */
    private String url(Author author, Reader reader) {
        var id = users.find(author.name()).map(User::id).orElse(author.name());
        return reader.rootUrl() + "user/" + PathText.encode(id.toLowerCase(Locale.ROOT));
    }

    String fullName(Author author) {
        return users.find(author.name()).map(User::fullName).orElse(author.name());
    }
}
