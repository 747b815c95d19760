package hobson.parts.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.build.Result;
import hobson.engine.item.ItemFormat;
import hobson.engine.item.ItemPath;
import hobson.engine.item.JobDefinition;
import hobson.engine.trigger.JobTrigger;
import hobson.parts.TestParts;
import java.util.List;
import org.junit.jupiter.api.Test;

class TriggerPartTest {
    private static final ItemFormat FORMAT = TestParts.FORMAT;

    private static JobDefinition read(String triggers) {
        return (JobDefinition) FORMAT.read(("<project>" + triggers + "</project>").getBytes(UTF_8));
    }

    @Test
    void read_everyTrigger_isTyped() {
        var job = read("""
                <triggers class="vector">
                  <hudson.triggers.TimerTrigger><spec>H * * * *
                # hourly</spec></hudson.triggers.TimerTrigger>
                  <hudson.triggers.SCMTrigger><spec/><ignorePostCommitHooks>true</ignorePostCommitHooks></hudson.triggers.SCMTrigger>
                  <jenkins.triggers.ReverseBuildTrigger><spec></spec><upstreamProjects>a, f/b,</upstreamProjects>
                    <threshold><name>UNSTABLE</name><ordinal>1</ordinal></threshold></jenkins.triggers.ReverseBuildTrigger>
                </triggers>""");

        assertThat(job.triggers())
                .containsExactly(
                        new JobTrigger.Timer("H * * * *\n# hourly"),
                        new JobTrigger.Polling("", true),
                        new JobTrigger.AfterBuilds(List.of("a", "f/b"), Result.UNSTABLE));
        assertThat(job.unknown()).isEmpty();
        assertThat(job.wiring().upstream()).containsExactly("a", "f/b");
        assertThat(job.wiring().timers()).containsExactly("H * * * *\n# hourly");
    }

    @Test
    void read_triggersInTheProperty_countToo() {
        var job = read("""
                <properties><org.jenkinsci.plugins.workflow.job.properties.PipelineTriggersJobProperty><triggers>
                <hudson.triggers.TimerTrigger><spec>@daily</spec></hudson.triggers.TimerTrigger><x.Y/></triggers>
                </org.jenkinsci.plugins.workflow.job.properties.PipelineTriggersJobProperty></properties>""");

        assertThat(job.triggers()).containsExactly(new JobTrigger.Timer("@daily"));
        assertThat(job.unknown()).singleElement().returns("x.Y", JobDefinition.UnknownPart::element);
    }

    @Test
    void rename_ofAnUpstreamJob_isFollowed() {
        var document =
                "<project><triggers><jenkins.triggers.ReverseBuildTrigger><upstreamProjects>a, b</upstreamProjects>"
                        + "</jenkins.triggers.ReverseBuildTrigger></triggers></project>";

        var renamed = FORMAT.withRenamedReference(
                document.getBytes(UTF_8), ItemPath.of("me"), ItemPath.of("b"), ItemPath.of("c"));

        assertThat(new String(renamed, UTF_8)).isEqualTo(document.replace("a, b", "a, c"));
    }
}
