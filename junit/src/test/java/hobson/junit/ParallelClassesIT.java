package hobson.junit;

import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import hobson.client.Hobson;
import hobson.client.Result;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Classes whose tests run at the same time, each with a clock, scripts, faults and a record of its own. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class ParallelClassesIT {
    private static final Instant START = Instant.parse("2030-01-05T08:00:00Z");

    private static void buildsAsScripted(HobsonExtension hobson, Hobson client, Result result, int hours) {
        var script = hobson.script("app").after(hours, HOURS);
        if (result == Result.FAILURE) {
            script.fails();
        }
        hobson.faults().next("GET", "/queue/**").status(503, Duration.ZERO);

        var run = client.job("app").trigger();
        hobson.advance(hours, HOURS);

        assertThat(run.awaitResult()).isEqualTo(result);
        assertThat(hobson.clock().instant()).isEqualTo(START.plus(hours, HOURS));
        assertThat(client.job("app").builds(5)).hasSize(1);
        assertThat(hobson.requests("POST", "/job/app/build*")).hasSize(1);
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class Failing {
        @RegisterExtension
        static final HobsonExtension hobson =
                HobsonExtension.create().user("alice").job("app").startingAt(START);

        @RepeatedTest(5)
        @Execution(ExecutionMode.SAME_THREAD)
        void trigger_ownServer_fails(Hobson client) {
            buildsAsScripted(hobson, client, Result.FAILURE, 1);
        }
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class Succeeding {
        @RegisterExtension
        static final HobsonExtension hobson =
                HobsonExtension.create().job("app").startingAt(START);

        @RepeatedTest(5)
        @Execution(ExecutionMode.SAME_THREAD)
        void trigger_ownServer_succeeds(Hobson client) {
            buildsAsScripted(hobson, client, Result.SUCCESS, 2);
        }
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class Restarting {
        @RegisterExtension
        final HobsonExtension hobson = HobsonExtension.create().job("app").startingAt(START);

        @RepeatedTest(5)
        @Execution(ExecutionMode.SAME_THREAD)
        void trigger_serverOfEachTest_succeeds(Hobson client) {
            buildsAsScripted(hobson, client, Result.SUCCESS, 3);
        }
    }
}
