package hobson.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Stops and starts servers of its own. */
@Tag(TestServer.HOBSON_ONLY)
class RestartIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void restart_awaited_isBackInAnotherSession() throws Exception {
        try (var process = ServedHobson.start()) {
            var server = process.administrator().server();
            var before = server.version().session();

            server.restart().awaitReady(PATIENCE);

            assertThat(server.version().session()).isPresent().isNotEqualTo(before);
            assertThat(server.whoAmI().name()).isEqualTo("admin");
        }
    }

    @Test
    void safeRestart_buildRuns_losesNothingOfIt() throws Exception {
        try (var process = ServedHobson.start();
                var gate = Gate.closed()) {
            var hobson = process.administrator();
            var job = hobson.jobs().create("slow", JobOptions.freestyle().shell(gate.command()));
            int number = job.trigger().awaitNumber(PATIENCE);

            hobson.server().safeRestart().awaitReady(PATIENCE);

            assertThat(job.build(number).info().isBuilding()).isTrue();
            gate.open();
            assertThat(job.build(number).awaitResult(PATIENCE)).isEqualTo(Result.SUCCESS);
        }
    }

    @Test
    void exit_atOnce_endsTheServer() throws Exception {
        try (var process = ServedHobson.start()) {
            process.administrator().server().exit();

            assertThat(process.exitCode()).isZero();
        }
    }

    @Test
    void safeExit_nothingRuns_endsTheServer() throws Exception {
        try (var process = ServedHobson.start()) {
            process.administrator().server().safeExit();

            assertThat(process.exitCode()).isZero();
        }
    }
}
