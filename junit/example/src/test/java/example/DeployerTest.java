package example;

import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.client.Hobson;
import hobson.junit.HobsonExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeployerTest {
    @RegisterExtension
    static final HobsonExtension hobson = HobsonExtension.create().user("alice").job("deploy", """
            <project>
              <properties>
                <hudson.model.ParametersDefinitionProperty>
                  <parameterDefinitions>
                    <hudson.model.StringParameterDefinition><name>VERSION</name></hudson.model.StringParameterDefinition>
                  </parameterDefinitions>
                </hudson.model.ParametersDefinitionProperty>
              </properties>
            </project>
            """);

    @Test
    void deploy_buildSucceeds_versionIsThere(Hobson client) {
        assertThat(new Deployer(client).deploy("2.0", "1.9")).isTrue();

        assertThat(versions()).containsExactly("2.0");
    }

    @Test
    void deploy_buildFailsAfterTwoMinutes_versionBeforeIsDeployed(Hobson client) {
        hobson.script("deploy")
                .build(1)
                .log("Deploying")
                .after(2, MINUTES)
                .log("No answer")
                .fails();
        hobson.clock().run(6_000); // the deployer waits: let a minute pass in ten milliseconds

        assertThat(new Deployer(client).deploy("2.0", "1.9")).isFalse();

        assertThat(versions()).containsExactly("2.0", "1.9");
        assertThat(client.job("deploy").build(1).log()).contains("No answer");
    }

    @Test
    void deploy_everyBuildFails_saysSo(Hobson client) {
        hobson.script("deploy").fails();

        assertThatThrownBy(() -> new Deployer(client).deploy("2.0", "1.9")).hasMessageContaining("Neither 2.0 nor 1.9");
    }

    @Test
    void deploy_serverIsBusy_asksAgainAndDeploysOnce(Hobson client) {
        hobson.faults().next("POST", "/job/deploy/*").status(503, Duration.ZERO);
        hobson.faults().next("POST", "/job/deploy/*").cut(0); // the server did it, and its answer is lost

        assertThat(new Deployer(client).deploy("2.0", "1.9")).isTrue();

        assertThat(versions()).containsExactly("2.0", "2.0", "2.0");
        assertThat(client.job("deploy").builds(10)).hasSize(1);
    }

    /** What the deployer has asked for. */
    private static java.util.List<String> versions() {
        return hobson.requests("POST", "/job/deploy/*").stream()
                .map(request -> request.parameter("VERSION"))
                .toList();
    }
}
