package hobson.junit;

import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.client.Hobson;
import hobson.client.HobsonException;
import hobson.client.Parameters;
import hobson.client.Result;
import hobson.server.ephemeral.RecordedRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class HobsonExtensionIT {
    private static final Instant START = Instant.parse("2030-01-05T08:00:00Z");

    @RegisterExtension
    static final HobsonExtension hobson = HobsonExtension.create()
            .user("alice")
            .user("bob", "Overall/Read", "Job/Read")
            .job("team/deploy", "<project/>")
            .job("nightly", """
                    <project><triggers><hudson.triggers.TimerTrigger><spec>TZ=UTC
                    0 2 * * *</spec></hudson.triggers.TimerTrigger></triggers></project>
                    """)
            .startingAt(START);

    @RepeatedTest(2)
    void beforeEach_whatATestHasDone_isGone(Hobson client) {
        assertThat(client.job("team/deploy").builds(10)).isEmpty();
        assertThat(hobson.clock().instant()).isEqualTo(START);

        assertThat(client.job("team/deploy").trigger().awaitResult()).isEqualTo(Result.SUCCESS);
        client.jobs().create("other", "<project/>");
        hobson.script("**").fails();
        hobson.advance(1, HOURS);
    }

    @Test
    void script_seventhBuild_failsAfterTwoMinutes(Hobson client) {
        hobson.script("team/deploy").build(7).log("Deploying").after(2, MINUTES).fails();
        var job = client.job("team/deploy");
        for (int i = 1; i < 7; i++) {
            assertThat(job.trigger().awaitResult()).isEqualTo(Result.SUCCESS);
        }
        var seventh = job.trigger();

        assertThat(seventh.number()).hasValue(7);
        assertThat(seventh.result()).isEmpty();
        hobson.advance(2, MINUTES);
        assertThat(seventh.result()).contains(Result.FAILURE);
        assertThat(job.build(7).info().duration()).isEqualTo(Duration.ofMinutes(2));
        assertThat(job.build(7).log()).contains("Deploying\n");
    }

    @Test
    void clock_runsBySelf_aClientThatWaitsGetsThere(Hobson client) {
        hobson.script("team/deploy").after(10, MINUTES);
        hobson.clock().run(60_000);

        assertThat(client.job("team/deploy").trigger().awaitResult()).isEqualTo(Result.SUCCESS);
    }

    @Test
    void advance_threeDays_theTimerCameThreeTimes(Hobson client) {
        hobson.advance(Duration.ofDays(3));

        assertThat(client.job("nightly").builds(10))
                .extracting(build -> build.number())
                .containsExactly(3, 2, 1);
    }

    @Test
    void faults_aServerThatIsBusy_isAskedAgainAndBuildsOnce(Hobson client) {
        hobson.faults().next(2, "POST", "/job/team/job/deploy/build*").status(503, Duration.ZERO);

        var run = client.job("team/deploy").trigger();

        assertThat(run.awaitResult()).isEqualTo(Result.SUCCESS);
        assertThat(hobson.requests("POST", "/job/team/job/deploy/build*"))
                .extracting(RecordedRequest::status)
                .containsExactly(503, 503, 201);
        assertThat(client.job("team/deploy").builds(10)).hasSize(1);
    }

    @Test
    void faults_answerToATriggerIsLost_theClientsKeyMakesItOneBuild(Hobson client) {
        hobson.faults().next("POST", "/job/team/job/deploy/build*").cut(0);

        assertThat(client.job("team/deploy").trigger().awaitResult()).isEqualTo(Result.SUCCESS);
        assertThat(client.job("team/deploy").builds(10)).hasSize(1);
    }

    @Test
    void requests_trigger_isOnRecordWithItsParameters(Hobson client) {
        client.jobs().put("app", """
                <project><properties><hudson.model.ParametersDefinitionProperty><parameterDefinitions>
                <hudson.model.StringParameterDefinition><name>BRANCH</name></hudson.model.StringParameterDefinition>
                </parameterDefinitions></hudson.model.ParametersDefinitionProperty></properties></project>
                """);
        client.job("app").trigger(Parameters.of("BRANCH", "main")).awaitResult();

        assertThat(hobson.requests("POST", "/job/app/buildWithParameters"))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.parameter("BRANCH")).isEqualTo("main");
                    assertThat(request.header("Authorization"))
                            .hasValueSatisfying(value -> assertThat(value).startsWith("Basic "));
                    assertThat(request.at()).isEqualTo(START);
                });
    }

    @Test
    void user_withPermissions_mayDoTheseAlone() {
        var bob = hobson.client("bob").job("team/deploy");

        assertThat(bob.builds(1)).isEmpty();
        assertThatThrownBy(bob::trigger).isInstanceOf(HobsonException.Forbidden.class);
        assertThatThrownBy(() -> hobson.client("carol")).hasMessageContaining("carol");
        assertThatThrownBy(() -> hobson.job("late")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> HobsonExtension.create().user("x", "Job/Bild")).hasMessageContaining("Job/Build");
    }

    @Test
    void parameters_eachKind_areThisServers(HobsonExtension extension, Hobson client, URI url) {
        assertThat(extension).isSameAs(hobson);
        assertThat(client.url()).isEqualTo(url).isEqualTo(hobson.url());
    }

    /** A server for each test, and one inside another's class. */
    @Nested
    class Inner {
        @RegisterExtension
        final HobsonExtension own = HobsonExtension.create().job("mine");

        @RepeatedTest(2)
        void beforeEach_ownServer_isAnother() {
            assertThat(own.url()).isNotEqualTo(hobson.url());
            own.client().job("mine").trigger();
            assertThat(own.client().job("mine").builds(5)).hasSize(1);
            assertThat(hobson.client().job("nightly").builds(5)).isEmpty();
        }
    }

    /** Real processes. */
    @Nested
    class Outside {
        @RegisterExtension
        static final HobsonExtension real = HobsonExtension.create()
                .job("echo", """
                        <project><builders><hudson.tasks.Shell><command>echo "I am $JOB_NAME"</command></hudson.tasks.Shell>
                        </builders></project>
                        """)
                .job("scripted", """
                        <project><builders><hudson.tasks.Shell><command>exit 1</command></hudson.tasks.Shell></builders></project>
                        """)
                .realProcesses()
                .keepingState();

        @Test
        void build_jobWithoutAScript_isRun() {
            real.script("scripted").succeeds();

            assertThat(real.client().job("echo").trigger().awaitResult()).isEqualTo(Result.SUCCESS);
            assertThat(real.client().job("echo").last().log()).contains("I am echo");
            assertThat(real.client().job("scripted").trigger().awaitResult()).isEqualTo(Result.SUCCESS);
        }
    }
}
