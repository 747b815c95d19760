package hobson.parts.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hobson.parts.document.Documents;
import hobson.parts.document.Limits;
import hobson.parts.git.GitOptions.Clean;
import hobson.parts.git.GitOptions.Fetching;
import hobson.parts.git.GitOptions.Identity;
import org.junit.jupiter.api.Test;

class OptionsReaderTest {
    private static GitOptions read(String elements) {
        var document = "<scm class=\"hudson.plugins.git.GitSCM\">" + elements + "</scm>";
        return new OptionsReader(new Documents(Limits.DEFAULT)
                        .read(document.getBytes(UTF_8))
                        .root())
                .read();
    }

    private static String extension(String name, String fields) {
        var element = "hudson.plugins.git.extensions.impl." + name;
        return "<extensions><" + element + ">" + fields + "</" + element + "></extensions>";
    }

    @Test
    void read_nothing_isAWholeCloneWithTagsAndTenMinutes() {
        var options = read("<extensions/>");

        assertThat(options.fetching()).isEqualTo(new Fetching(0, true, "", 10, false, false));
        assertThat(options.tree().before()).isEqualTo(Clean.KEPT);
        assertThat(options.submodules()).isEmpty();
        assertThat(options.unheeded().isNone()).isTrue();
        assertThat(options.heedsNotices()).isTrue();
        assertThat(options.refused()).isEmpty();
    }

    @Test
    void read_elementsOfOldDocuments_areWhatBecameOfThem() {
        var options =
                read("<clean>true</clean><wipeOutWorkspace>true</wipeOutWorkspace><pruneBranches>true</pruneBranches>"
                        + "<useShallowClone>true</useShallowClone><reference>/srv/r</reference><localBranch>work</localBranch>"
                        + "<relativeTargetDir>sub</relativeTargetDir><excludedRegions>a\n\n b </excludedRegions><skipTag>false</skipTag>"
                        + "<recursiveSubmodules>true</recursiveSubmodules><gitConfigName>Robo</gitConfigName><scmName>s</scmName>"
                        + "<ignoreNotifyCommit>true</ignoreNotifyCommit>");

        assertThat(options.fetching()).isEqualTo(new Fetching(1, true, "/srv/r", 10, true, false));
        assertThat(options.tree())
                .returns("sub", GitOptions.Tree::folder)
                .returns("work", GitOptions.Tree::localBranch)
                .returns(Clean.DELETED, GitOptions.Tree::after)
                .returns(true, GitOptions.Tree::wipe)
                .returns(true, GitOptions.Tree::tagged);
        assertThat(options.unheeded().excluded()).containsExactly("a", "b");
        assertThat(options.submodules().orElseThrow().recursive()).isTrue();
        assertThat(options.identity()).isEqualTo(new Identity("Robo", ""));
        assertThat(options.label()).isEqualTo("s");
        assertThat(options.heedsNotices()).isFalse();
    }

    @Test
    void read_numbersOutOfTheirRange_areTheUsualOnes() {
        assertThat(read(extension("CloneOption", "<shallow>true</shallow><depth>-3</depth><timeout>0</timeout>"))
                        .fetching())
                .isEqualTo(new Fetching(1, true, "", 10, false, false));
        assertThat(read(extension("CheckoutOption", "<timeout>999999999</timeout>"))
                        .tree()
                        .minutes())
                .isEqualTo(10_080);
        assertThat(read(extension("SubmoduleOption", "<disableSubmodules>true</disableSubmodules>")
                                + "<recursiveSubmodules>true</recursiveSubmodules>")
                        .submodules())
                .isEmpty();
    }

    @Test
    void read_whatNobodyCanDo_isRefusedByName() {
        assertThat(read(extension("NoSuch", "")).refused())
                .singleElement()
                .asString()
                .contains("impl.NoSuch");
        assertThat(read("<doGenerateSubmoduleConfigurations>true</doGenerateSubmoduleConfigurations>")
                        .refused())
                .hasSize(1);
    }
}
