package hobson.parts.job;

import static hobson.parts.TestParts.FORMAT;
import static hobson.parts.TestParts.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.engine.item.ItemPath;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobEditsTest {
    private static final String FREESTYLE = "hudson.model.FreeStyleProject";

    private static final String DOCUMENT =
            "<project><description>nightly</description><displayName>Nightly build</displayName></project>";

    @Test
    void blank_freestyle_isTheNewJobAsServersWriteIt() {
        var document = new String(FORMAT.blank(FREESTYLE), StandardCharsets.UTF_8);

        assertThat(document).isEqualTo("""
                <?xml version='1.1' encoding='UTF-8'?>
                <project>
                  <keepDependencies>false</keepDependencies>
                  <properties/>
                  <scm class="hudson.scm.NullSCM"/>
                  <canRoam>false</canRoam>
                  <disabled>false</disabled>
                  <blockBuildWhenDownstreamBuilding>false</blockBuildWhenDownstreamBuilding>
                  <blockBuildWhenUpstreamBuilding>false</blockBuildWhenUpstreamBuilding>
                  <triggers/>
                  <concurrentBuild>false</concurrentBuild>
                  <builders/>
                  <publishers/>
                  <buildWrappers/>
                </project>""");
        assertThat(read(document).unknown()).isEmpty();
    }

    @Test
    void blank_kindThatDoesNotExist_isRefused() {
        assertThatThrownBy(() -> FORMAT.blank("no.such.Mode")).hasMessage("No item type ‘no.such.Mode’ is known");
        assertThatThrownBy(() -> FORMAT.blank("project")).hasMessage("No item type ‘project’ is known");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.jenkinsci.plugins.workflow.job.WorkflowJob",
                "hudson.matrix.MatrixProject",
                "hudson.maven.MavenModuleSet",
                "hudson.model.ExternalJob",
                "com.cloudbees.hudson.plugins.folder.Folder",
                "org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject",
                "jenkins.branch.OrganizationFolder"
            })
    void blank_everyKind_isReadAsThatKind(String kind) {
        var read = FORMAT.read(FORMAT.blank(kind));

        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.holdsSecrets()).isFalse();
    }

    @Test
    void edits_ofNewJob_goWhereServersPutThem() {
        var blank = FORMAT.blank(FREESTYLE);

        var edited =
                FORMAT.withDisplayName(FORMAT.withDescription(FORMAT.withDisabled(blank, true), "d & d"), "The job");

        assertThat(text(edited)).startsWith("""
                <?xml version='1.1' encoding='UTF-8'?>
                <project>
                  <description>d &amp; d</description>
                  <displayName>The job</displayName>
                  <keepDependencies>false</keepDependencies>
                """).contains("  <disabled>true</disabled>\n");
        assertThat(FORMAT.withDescription(FORMAT.withDisplayName(FORMAT.withDisabled(edited, false), null), "d & d"))
                .isEqualTo(FORMAT.withDescription(blank, "d & d"));
    }

    @Test
    void edits_thatChangeNothing_giveTheVeryArray() {
        var document = DOCUMENT.getBytes(StandardCharsets.UTF_8);

        assertThat(FORMAT.withDescription(document, "nightly")).isSameAs(document);
        assertThat(FORMAT.withDisabled(document, false)).isSameAs(document);
        assertThat(FORMAT.withDisplayName(document, "Nightly build")).isSameAs(document);
        assertThat(FORMAT.masked(document)).isSameAs(document);
        assertThat(FORMAT.withRenamedReference(
                        document, ItemPath.of("nightly"), ItemPath.of("absent"), ItemPath.of("x")))
                .isSameAs(document);
    }

    @Test
    void masked_secrets_areAsterisks() {
        var stored = "{AQAAABAAAAAQ" + "A".repeat(43) + "=}";
        var document = """
                <project>
                  <description>{not a secret}</description>
                  <authToken>plain</authToken>
                  <properties><hudson.model.ParametersDefinitionProperty><parameterDefinitions>
                    <hudson.model.PasswordParameterDefinition><name>P</name><defaultValue>hunter2</defaultValue></hudson.model.PasswordParameterDefinition>
                    <hudson.model.StringParameterDefinition><name>S</name><defaultValue>hunter3</defaultValue></hudson.model.StringParameterDefinition>
                  </parameterDefinitions></hudson.model.ParametersDefinitionProperty></properties>
                  <other><token>%s</token></other>
                </project>
                """.formatted(stored);

        var masked = text(FORMAT.masked(document.getBytes(StandardCharsets.UTF_8)));

        assertThat(masked).isEqualTo(document.replace("hunter2", "********").replace(stored, "********"));
        assertThat(read(document).holdsSecrets()).isTrue();
        assertThat(read("<project><x>" + stored + "</x></project>").holdsSecrets())
                .isTrue();
        assertThat(read("<project><description>{bm8gc2VjcmV0IGF0IGFsbA==}</description></project>")
                        .holdsSecrets())
                .isFalse();
    }

    @Test
    void toString_ofDefinitionWithPassword_doesNotTellIt() {
        var job = read("<project><properties><hudson.model.ParametersDefinitionProperty><parameterDefinitions>"
                + "<hudson.model.PasswordParameterDefinition><name>P</name><defaultValue>hunter2</defaultValue>"
                + "</hudson.model.PasswordParameterDefinition>"
                + "</parameterDefinitions></hudson.model.ParametersDefinitionProperty></properties></project>");

        assertThat(job.toString()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "up      | down      | next      | a, down ,c       | a, next ,c",
                "up      | down      | next      | down,DOWN,downs  | next,next,downs",
                "up      | down      | next      | /down            | /next",
                "f/up    | f/down    | f/next    | down             | next",
                "f/up    | f/down    | f/next    | /f/down          | /f/next",
                "f/up    | down      | next      | ../down          | ../next",
                "f/up    | f/down    | g/down    | down             | /g/down",
                "up      | f         | g         | f/x/y, f         | g/x/y, g",
                "up      | down      | next      | ../../x, ,, ..   | ../../x, ,, .."
            })
    void withRenamedReference_names_followTheJob(String owner, String from, String to, String before, String after) {
        var document = "<project><publishers><hudson.tasks.BuildTrigger>\n <childProjects>%s</childProjects>\n"
                + "</hudson.tasks.BuildTrigger></publishers><description>down f</description></project>";

        var renamed = FORMAT.withRenamedReference(
                document.formatted(before).getBytes(StandardCharsets.UTF_8),
                ItemPath.of(owner),
                ItemPath.of(from),
                ItemPath.of(to));

        assertThat(text(renamed)).isEqualTo(document.formatted(after));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
