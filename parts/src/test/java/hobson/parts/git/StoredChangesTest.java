package hobson.parts.git;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.scm.Sources.Author;
import hobson.engine.scm.Sources.Commit;
import hobson.engine.scm.Sources.Touched;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredChangesTest {
    private static final String LOG = """
            Changes in branch origin/main, between 000 and 111
            commit 0123456789012345678901234567890123456789
            tree 1111111111111111111111111111111111111111
            parent 2222222222222222222222222222222222222222
            author A <a@example.org> 1700000000 +0100
            committer Zoë Sample <zoe@example.org> 1700000001 +0100

                Title

                Body with : and commit 9

            :000000 100644 000000 abcdef A\t"a b/\\303\\274.txt"
            :100644 100644 abcdef abcdef M\tREADME
            :100644 100644 abcdef abcdef R096\told\tnew

            commit nothex
            commit 3333333333333333333333333333333333333333
            committer broken
            :odd
            """;

    @Test
    void parse_logOfThePlugin_givesItsCommits() {
        var commits = StoredChanges.parse(LOG);

        assertThat(commits.getFirst())
                .isEqualTo(new Commit(
                        "0123456789012345678901234567890123456789",
                        new Author("Zoë Sample", "zoe@example.org"),
                        "2023-11-14 23:13:21 +0100",
                        1_700_000_001_000L,
                        "Title\n\nBody with : and commit 9\n",
                        List.of(
                                new Touched("add", "a b/ü.txt"),
                                new Touched("edit", "README"),
                                new Touched("delete", "old"),
                                new Touched("add", "new"))));
        assertThat(commits).hasSize(2);
        assertThat(GitChanges.parse(GitChanges.text(commits)).getFirst()).isEqualTo(commits.getFirst());
    }

    @Test
    void parse_anythingElse_isNoCommit() {
        assertThat(StoredChanges.parse("<?xml version='1.0'?><log><logentry/></log>"))
                .isEmpty();
        assertThat(StoredChanges.parse("")).isEmpty();
    }
}
