package hobson.parts.git;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.parts.git.GitRefs.Ref;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GitRefsTest {
    private static final Ref MAIN = new Ref("refs/remotes/origin/main", "aaaaaaaaaa");
    private static final Ref OLD = new Ref("refs/remotes/origin/release-1", "bbbbbbbbbb");
    private static final Ref OLDER = new Ref("refs/remotes/origin/release-0", "cccccccccc");
    private static final Ref TAG = new Ref("refs/tags/v1", "dddddddddd");
    private static final GitRefs REFS = GitRefs.parse(List.of(
            "aaaaaaaaaa refs/remotes/origin/main",
            "aaaaaaaaaa refs/remotes/origin/HEAD",
            "bbbbbbbbbb refs/remotes/origin/release-1",
            "cccccccccc refs/remotes/origin/release-0",
            "dddddddddd refs/tags/v1"));

    private static List<Ref> meant(String... specs) {
        return REFS.meant(List.of(specs).stream().map(BranchSpec::new).toList());
    }

    private static GitRecord.Built built(int number, String revision) {
        return new GitRecord.Built(number, revision, revision);
    }

    @Test
    void others_ofBranches_areAllThatAreNotMeant() {
        assertThat(REFS.others(List.of(new BranchSpec("release-*")))).containsExactly(MAIN);
        assertThat(REFS.others(List.of())).containsExactly(MAIN, OLD, OLDER);
    }

    @Test
    void meant_branchTagOrCommit_isFoundInThatOrder() {
        assertThat(meant("*/main")).containsExactly(MAIN);
        assertThat(meant("refs/heads/main")).containsExactly(MAIN);
        assertThat(meant("v1")).containsExactly(TAG);
        assertThat(meant("refs/tags/v1")).containsExactly(TAG);
        assertThat(meant("0123456789abcdef")).containsExactly(new Ref("detached", "0123456789abcdef"));
        assertThat(meant("release-*", "main")).containsExactly(OLD, OLDER, MAIN);
        assertThat(meant()).containsExactly(MAIN, OLD, OLDER);
        assertThat(meant("nothing")).isEmpty();
    }

    @Test
    void choose_severalBranches_takesOneThatWasNotBuilt() {
        var releases = meant("release-*");
        var one = Map.of(OLD.name(), built(3, OLD.revision()));
        var both = Map.of(OLD.name(), built(3, OLD.revision()), OLDER.name(), built(4, OLDER.revision()));

        assertThat(GitRefs.choose(releases, Map.of())).contains(OLD);
        assertThat(GitRefs.choose(releases, one)).contains(OLDER);
        assertThat(GitRefs.choose(releases, both)).contains(OLD);
        assertThat(GitRefs.choose(releases, Map.of(OLD.name(), built(3, "before"))))
                .contains(OLD);
    }

    @Test
    void named_revision_isTheBranchThatEndsInIt() {
        assertThat(REFS.named("aaaaaaaaaa")).isEqualTo(MAIN);
        assertThat(REFS.named("eeeeeeeeee")).isEqualTo(new Ref("detached", "eeeeeeeeee"));
    }
}
