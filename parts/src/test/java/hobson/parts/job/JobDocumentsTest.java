package hobson.parts.job;

import static hobson.parts.TestParts.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.engine.Refusal;
import hobson.engine.build.Discarder;
import hobson.engine.build.Result;
import hobson.engine.item.Combinations;
import hobson.engine.item.JobDefinition.Placement;
import hobson.engine.item.JobDefinition.UnknownPart;
import hobson.engine.parameter.ParameterDefinition;
import hobson.engine.run.BuildStep;
import hobson.engine.run.Publisher;
import hobson.engine.user.Grants;
import hobson.engine.user.OwnGrants;
import hobson.engine.user.OwnGrants.Inheritance;
import hobson.engine.user.Permission;
import hobson.parts.TestBuild;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobDocumentsTest {
    private static final String FREESTYLE = "hudson.model.FreeStyleProject";

    private static final String NIGHTLY = """
            <?xml version='1.0' encoding='UTF-8' standalone="yes"?>
            <!-- made by hand -->
            <project>
              <description>nightly</description>
              <displayName>Nightly build</displayName>
              <keepDependencies>true</keepDependencies>
              <publishers>
                <hudson.tasks.ArtifactArchiver plugin="x@1"><artifacts>out/**</artifacts></hudson.tasks.ArtifactArchiver>
                <hudson.plugins.chat.ChatNotifier><room>7</room></hudson.plugins.chat.ChatNotifier>
                <hudson.tasks.BuildTrigger>
                  <childProjects>next, /other/last,</childProjects>
                </hudson.tasks.BuildTrigger>
              </publishers>
              <properties>
                <jenkins.model.BuildDiscarderProperty>
                  <strategy class="hudson.tasks.LogRotator"><daysToKeep>-1</daysToKeep><numToKeep>10</numToKeep></strategy>
                </jenkins.model.BuildDiscarderProperty>
                <com.coravy.hudson.plugins.github.GithubProjectProperty/>
                <hudson.model.ParametersDefinitionProperty>
                  <parameterDefinitions>
                    <hudson.model.ChoiceParameterDefinition>
                      <name>ENV</name><choices><string>dev</string><string>prod</string></choices>
                    </hudson.model.ChoiceParameterDefinition>
                    <com.acme.ColourParameterDefinition><name>C</name></com.acme.ColourParameterDefinition>
                  </parameterDefinitions>
                </hudson.model.ParametersDefinitionProperty>
              </properties>
              <scm class="hudson.scm.NullSCM"/>
              <assignedNode>linux &amp;&amp; !slow</assignedNode>
              <canRoam>false</canRoam>
              <quietPeriod>8</quietPeriod>
              <blockBuildWhenUpstreamBuilding>true</blockBuildWhenUpstreamBuilding>
              <authToken>sesame</authToken>
              <triggers class="vector"><hudson.triggers.TimerTrigger><spec>H H * * 1-5</spec></hudson.triggers.TimerTrigger></triggers>
              <concurrentBuild>true</concurrentBuild>
              <customWorkspace>/data/nightly</customWorkspace>
              <builders><hudson.tasks.Shell><command>make</command></hudson.tasks.Shell></builders>
              <buildWrappers><a.b.Timeout/></buildWrappers>
            </project>
            """;

    @Test
    void read_wholeJob_isTyped() {
        var job = read(NIGHTLY);

        assertThat(job.kind()).isEqualTo(FREESTYLE);
        assertThat(job.description()).isEqualTo("nightly");
        assertThat(job.displayName()).isEqualTo("Nightly build");
        assertThat(job.keepDependencies()).isTrue();
        assertThat(job.disabled()).isFalse();
        assertThat(job.concurrent()).isTrue();
        assertThat(job.quietPeriodSeconds()).hasValue(8);
        assertThat(job.label()).isEqualTo(new Placement.Labelled("linux && !slow"));
        assertThat(job.customWorkspace()).isEqualTo("/data/nightly");
        assertThat(job.triggerToken()).isEqualTo("sesame");
        assertThat(job.blockedByUpstream()).isTrue();
        assertThat(job.blockedByDownstream()).isFalse();
        assertThat(job.parameters()).extracting(ParameterDefinition::name).containsExactly("ENV");
        assertThat(job.part(Discarder.class)).isPresent();
        assertThat(job.steps()).extracting(BuildStep::name).containsExactly("Execute shell");
        assertThat(job.publishers())
                .extracting(Publisher::name)
                .containsExactly("Archive the artifacts", "Build other projects");
        assertThat(job.wiring().downstream()).containsExactly("next", "/other/last");
        assertThat(job.holdsSecrets()).isFalse();
    }

    @Test
    void read_unknownParts_areListedByRole() {
        assertThat(read(NIGHTLY).unknown())
                .containsExactlyInAnyOrder(
                        new UnknownPart("property", "com.coravy.hudson.plugins.github.GithubProjectProperty"),
                        new UnknownPart("parameter", "com.acme.ColourParameterDefinition"),
                        new UnknownPart("wrapper", "a.b.Timeout"),
                        new UnknownPart("publisher", "hudson.plugins.chat.ChatNotifier"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<project/>", "<hudson.model.FreeStyleProject></hudson.model.FreeStyleProject>"})
    void read_nothingSaid_isTheDefault(String document) {
        var job = read(document);

        assertThat(job.kind()).isEqualTo(FREESTYLE);
        assertThat(job.description()).isNull();
        assertThat(job.displayName()).isNull();
        assertThat(job.disabled()).isFalse();
        assertThat(job.quietPeriodSeconds()).isEmpty();
        assertThat(job.label()).isEqualTo(new Placement.BuiltIn());
        assertThat(job.triggerToken()).isNull();
        assertThat(job.parameterized()).isFalse();
        assertThat(job.steps()).isEmpty();
        assertThat(job.unknown()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<canRoam>true</canRoam>                                        | Anywhere[]",
                "<canRoam>true</canRoam><assignedNode>x</assignedNode>          | Anywhere[]",
                "<canRoam>false</canRoam><assignedNode> x </assignedNode>       | Labelled[expression=x]",
                "<assignedNode>x</assignedNode>                                 | Labelled[expression=x]",
                "<assignedNode/>                                                | BuiltIn[]"
            })
    void read_placement_followsRoaming(String elements, String placement) {
        assertThat(read("<project>" + elements + "</project>").label()).hasToString(placement);
    }

    @ParameterizedTest
    @CsvSource({
        "<scm class='hudson.scm.NullSCM'/>, 0",
        "<scm class='jenkins.scm.NullSCM'/>, 0",
        "<scm/>, 0",
        "<scm class='hudson.scm.SubversionSCM'><url>u</url></scm>, 1"
    })
    void read_scm_isUnknownUnlessItIsNone(String scm, int unknown) {
        var parts = read("<project>" + scm + "</project>").unknown();

        assertThat(parts).hasSize(unknown);
        assertThat(parts).allMatch(new UnknownPart("scm", "hudson.scm.SubversionSCM")::equals);
    }

    @Test
    void read_valuesThatCannotBeConverted_areSkipped() {
        var job =
                read("<project><quietPeriod>soon</quietPeriod><disabled>maybe</disabled><keepDependencies/></project>");

        assertThat(job.quietPeriodSeconds()).isEmpty();
        assertThat(job.disabled()).isFalse();
    }

    @Test
    void read_oldElementForDiscarding_countsUnlessThereIsTheProperty() {
        var old = "<logRotator class='hudson.tasks.LogRotator'><numToKeep>3</numToKeep></logRotator>";
        var property = "<properties><jenkins.model.BuildDiscarderProperty><strategy class='hudson.tasks.LogRotator'>"
                + "<numToKeep>9</numToKeep></strategy></jenkins.model.BuildDiscarderProperty></properties>";

        assertThat(read("<project>" + old + "</project>").part(Discarder.class))
                .hasToString(read("<project>" + property.replace("9", "3") + "</project>")
                        .part(Discarder.class)
                        .toString());
        assertThat(read("<project>" + old + property + "</project>").parts()).hasSize(1);
        assertThat(read("<project>" + old + property + "</project>")
                        .part(Discarder.class)
                        .toString())
                .contains("9");
    }

    @Test
    void perform_unknownStep_failsTheBuildAndNamesTheElement(@TempDir Path folder) throws Exception {
        var job = read("<project><builders><no.such.Builder><x/></no.such.Builder></builders></project>");
        var build = new TestBuild(folder);

        var result = job.steps().getFirst().perform(build);

        assertThat(result).isEqualTo(Result.FAILURE);
        assertThat(build.lines).singleElement().asString().contains("<no.such.Builder>");
        assertThat(job.unknown()).containsExactly(new UnknownPart("builder", "no.such.Builder"));
    }

    @ParameterizedTest
    @CsvSource({
        "flow-definition, org.jenkinsci.plugins.workflow.job.WorkflowJob",
        "maven2-moduleset, hudson.maven.MavenModuleSet",
        "matrix-project, hudson.matrix.MatrixProject",
    })
    void read_typeThatCannotBeRun_failsItsBuildsWithASentence(String root, String type, @TempDir Path workspace)
            throws Exception {
        var job = read("<" + root + " plugin='x'/>");
        var build = new TestBuild(workspace);

        assertThat(job.kind()).isEqualTo(type);
        assertThat(job.steps().getFirst().perform(build)).isEqualTo(Result.FAILURE);
        assertThat(build.lines).singleElement().asString().contains(type);
    }

    @Test
    void read_externalJob_isNotTriggered() {
        assertThat(read("<hudson.model.ExternalJob/>").traits().reported()).isTrue();
        assertThat(read("<project/>").traits().reported()).isFalse();
    }

    @Test
    void read_matrix_knowsItsCombinations() {
        var job = read("""
                <matrix-project><axes>
                  <hudson.matrix.TextAxis><name>os</name><values><string>a</string><string>b</string></values></hudson.matrix.TextAxis>
                  <hudson.matrix.LabelAxis><name>label</name><values><string>x</string></values></hudson.matrix.LabelAxis>
                </axes></matrix-project>""");

        assertThat(job.part(Combinations.class).orElseThrow().names()).containsExactly("label=x,os=a", "label=x,os=b");
    }

    @Test
    void read_grants_areThoseOfTheProperty() {
        var job = read("""
                <project><properties><hudson.security.AuthorizationMatrixProperty>
                  <inheritanceStrategy class="org.jenkinsci.plugins.matrixauth.inheritance.NonInheritingStrategy"/>
                  <permission>USER:hudson.model.Item.Build:bob</permission>
                  <permission>GROUP:hudson.model.Item.Read:authenticated</permission>
                </hudson.security.AuthorizationMatrixProperty></properties></project>""");

        assertThat(job.grants())
                .isEqualTo(new OwnGrants(
                        Inheritance.NONE,
                        new Grants(
                                Map.of("bob", Set.of(Permission.JOB_BUILD)),
                                Map.of("authenticated", Set.of(Permission.JOB_READ)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no.such.Type", "hudson.model.ListView", "builders"})
    void read_rootThatIsNoJob_isBadInput(String root) {
        assertThatThrownBy(() -> read("<" + root + "/>"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.BAD_INPUT))
                .hasMessageContaining("<" + root + ">");
    }

    @Test
    void readings_twoPartsForTheSameElement_cannotBe() {
        var part = new hobson.parts.shell.ShellPart();

        assertThatThrownBy(() -> new Readings(List.of(part, part)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hudson.tasks.Shell");
    }
}
