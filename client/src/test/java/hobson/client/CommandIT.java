package hobson.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Commands of {@code jenkins-cli.jar} without the jar. */
class CommandIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final String ADMIN = System.getProperty("hobson.client.user", "admin");

    private final Hobson hobson = SERVER.admin();

    @Test
    void run_whoAmI_printsTheCaller() {
        var result = hobson.command("who-am-i").run();

        assertThat(result.output()).startsWith("Authenticated as: " + ADMIN + "\n");
        assertThat(result.errors()).isEmpty();
        assertThat(result.isSuccess()).isTrue();
    }

    @Test
    void run_byNobody_isAnonymous() {
        assertThat(SERVER.anonymous().command("who-am-i").run().output()).startsWith("Authenticated as: anonymous");
    }

    @Test
    void run_withoutPermission_endsWithSix() {
        var result = SERVER.anonymous().command("version").run();

        assertThat(result.exitCode()).isEqualTo(6);
        assertThat(result.errors()).contains("ERROR: anonymous is missing the Overall/Read permission");
    }

    @Test
    void run_unknownCommand_endsWithTwo() {
        var result = hobson.command("no-such-command").run();

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errors()).contains("No such command no-such-command");
        assertThat(result.isSuccess()).isFalse();
    }

    @Test
    void run_createJobFromInput_isThatJob() {
        var name = SERVER.name("from-command");
        var document = "<project><description>" + "Zoë ".repeat(50_000) + "</description></project>";

        assertThat(hobson.command("create-job", name).input(document).run().errors())
                .isEmpty();

        assertThat(hobson.job(name).description()).hasSize(200_000).startsWith("Zoë Zoë");
        assertThat(hobson.command("get-job", name).run().output()).contains("Zoë");
        hobson.job(name).delete();
    }

    @Test
    void run_outputElsewhere_goesThereAsItComes() throws Exception {
        var job =
                hobson.jobs().create(SERVER.name("told"), JobOptions.freestyle().shell("echo hello"));
        var output = new ByteArrayOutputStream();

        var result = hobson.command("build", job.path().toString(), "-s", "-v")
                .output(output)
                .run();

        assertThat(result).isEqualTo(new CommandResult(0, "", ""));
        assertThat(output.toString(UTF_8)).contains("Started " + job.path(), "hello", "SUCCESS");
        job.delete();
    }

    @Test
    void run_failingBuild_endsWithItsResult() {
        var job = hobson.jobs()
                .create(SERVER.name("fails"), JobOptions.freestyle().shell("false"));

        assertThat(hobson.command("build", job.path().toString(), "-s").run().exitCode())
                .isEqualTo(2);
        job.delete();
    }

    @Test
    void run_inputThatNeverEnds_endsWithTheCommand() throws Exception {
        try (var writer = new PipedOutputStream();
                var reader = new PipedInputStream(writer)) {
            assertThat(hobson.command("version").input(reader).run().output().strip())
                    .isEqualTo(hobson.server().version().jenkins().orElseThrow());
        }
    }

    @Test
    void runAsync_command_isElsewhere() throws Exception {
        var result = hobson.command("who-am-i")
                .input(new ByteArrayInputStream(new byte[0]))
                .runAsync();

        assertThat(result.toCompletableFuture().get(1, TimeUnit.MINUTES).output())
                .contains(ADMIN);
    }

    @Test
    void run_interrupted_stopsTheCommand() throws Exception {
        try (var gate = Gate.closed()) {
            var job = hobson.jobs()
                    .create(SERVER.name("interrupted"), JobOptions.freestyle().shell(gate.command()));
            var ended = new CompletableFuture<Throwable>();
            var thread = Thread.ofVirtual().start(() -> {
                try {
                    hobson.command("build", job.path().toString(), "-s").run();
                } catch (HobsonException e) {
                    ended.complete(e);
                }
            });
            Waiting.await(() -> job.last().find(), new Pace("Until it is built", PATIENCE));

            thread.interrupt();

            assertThat(ended.get(1, TimeUnit.MINUTES)).isInstanceOf(HobsonException.Interrupted.class);
            assertThat(job.last().awaitResult(PATIENCE)).isEqualTo(Result.ABORTED);
            job.delete();
        }
    }

    @Test
    void run_wrongPassword_isUnauthorized() {
        var stranger = SERVER.anonymous().password(ADMIN, "wrong").command("who-am-i");

        assertThatThrownBy(stranger::run).isInstanceOf(HobsonException.Unauthorized.class);
    }
}
