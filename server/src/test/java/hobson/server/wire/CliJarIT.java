package hobson.server.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own jenkins-cli.jar as a process of its own, over both protocols that HTTP carries (cli.md §2). */
class CliJarIT {
    @RegisterExtension
    static final WireServer SERVER = WireServer.of("alice: Overall/Administer");

    private ClientJarProcess jar;

    @BeforeEach
    void fetch() throws Exception {
        jar = new ClientJarProcess(SERVER, SERVER.folder());
    }

    private ClientJarProcess alice(String mode) {
        return jar.with("-s", SERVER.url(), mode, "-auth", "alice:pw");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-http", "-webSocket"})
    void command_runs_givesBothOutputsAndTheExitCode(String mode) throws Exception {
        alice(mode);

        assertThat(jar.run("who-am-i"))
                .isEqualTo(
                        new ClientJarProcess.Ended(0, "Authenticated as: alice\nAuthorities:\n  authenticated\n", ""));
        assertThat(jar.run("frobnicate")).isEqualTo(new ClientJarProcess.Ended(2, "", "No such command frobnicate\n"));
        assertThat(jar.run().err()).contains("who-am-i");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-http", "-webSocket"})
    void input_large_reachesTheCommandAndComesBack(String mode) throws Exception {
        alice(mode);
        var document = Project.of(Project.shell("echo grüße; exit 3")) + " ".repeat(300_000);

        assertThat(jar.given(document, "create-job", "job" + mode).code()).isZero();
        assertThat(jar.run("get-job", "job" + mode).out()).isEqualTo(document);
        var built = jar.run("build", "job" + mode, "-s", "-v");
        assertThat(built.code()).isEqualTo(2);
        assertThat(built.out())
                .contains("Started job" + mode + " #1\n", "grüße\n", "Completed job" + mode + " #1 : FAILURE\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-http", "-webSocket"})
    void client_isKilledDuringABuild_abortsIt(String mode) throws Exception {
        var client = SERVER.as("alice");
        client.create("endless" + mode, Project.of(Project.shell("sleep 600")));
        var process = alice(mode).start("build", "endless" + mode, "-s");
        try (var out = process.inputReader(UTF_8)) {
            assertThat(out.readLine()).isEqualTo("Started endless" + mode + " #1");
            process.destroy();
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(client.get("job/endless" + mode + "/1/api/json?tree=result")
                                .body())
                        .contains("\"result\":\"ABORTED\""));
    }

    @Test
    void login_fromFileEnvironmentOrAddress_isTheSame() throws Exception {
        var file = Files.writeString(SERVER.folder().resolve("login"), "alice:pw\n");
        var withLogin = SERVER.url().replace("://", "://alice:pw@");

        assertThat(jar.run("-s", SERVER.url(), "-auth", "@" + file, "who-am-i").out())
                .contains("alice");
        assertThat(jar.run("-s", withLogin, "-http", "who-am-i").out()).contains("alice");
        assertThat(jar.run("-s", SERVER.url(), "-bearer", "t", "who-am-i").out())
                .contains("anonymous");
        jar.variable("JENKINS_URL", SERVER.url()).variable("JENKINS_USER_ID", "alice");
        assertThat(jar.run("who-am-i").code()).isEqualTo(255);
        jar.variable("JENKINS_API_TOKEN", "pw");
        assertThat(jar.run("who-am-i").out()).contains("alice");
    }

    @Test
    void failures_ofTheClient_haveTheirOwnCodes() throws Exception {
        assertThat(jar.run("who-am-i").code()).as("no server").isEqualTo(255);
        assertThat(jar.run("-s", SERVER.url(), "-http", "-auth", "alice:no", "who-am-i")
                        .code())
                .isEqualTo(255);
        assertThat(jar.run("-s", SERVER.url(), "-auth", "alice:no", "who-am-i").code())
                .isEqualTo(255);
        assertThat(jar.run("-s", "http://127.0.0.1:1/", "-http", "who-am-i").code())
                .isEqualTo(255);
        assertThat(jar.run("-remoting").err()).contains("no longer supported");
        assertThat(jar.run("-version").out()).startsWith("Version: ");
    }

    @Test
    void server_thatIsElsewhereOrNone_isFoundOrToldApart() throws Exception {
        var other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            boolean moved = exchange.getRequestURI().getPath().startsWith("/moved");
            exchange.getResponseHeaders().add("Location", SERVER.url());
            exchange.sendResponseHeaders(moved ? 302 : 200, -1);
            exchange.close();
        });
        other.start();
        var address = "http://127.0.0.1:" + other.getAddress().getPort() + "/";
        try {
            assertThat(jar.run("-s", address + "moved/", "-auth", "alice:pw", "-http", "who-am-i")
                            .out())
                    .contains("alice");
            assertThat(jar.run("-s", address, "-http", "who-am-i").code()).isEqualTo(3);
            assertThat(jar.run("-s", address, "-ssh", "-user", "alice", "who-am-i")
                            .code())
                    .isEqualTo(3);
        } finally {
            other.stop(0);
        }
    }

    @Test
    void login_serverRedirectsToAnotherHost_staysAtHome() throws Exception {
        var seen = new java.util.concurrent.ConcurrentLinkedQueue<String>();
        var other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var elsewhere = "http://localhost:" + other.getAddress().getPort() + "/elsewhere/";
        other.createContext("/", exchange -> {
            boolean moved = !exchange.getRequestURI().getPath().startsWith("/elsewhere/");
            if (!moved) {
                seen.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            }
            exchange.getResponseHeaders().add("Location", elsewhere);
            exchange.sendResponseHeaders(moved ? 302 : 200, -1);
            exchange.close();
        });
        other.start();
        try {
            for (var mode : new String[] {"-http", "-webSocket"}) {
                var address = "http://127.0.0.1:" + other.getAddress().getPort() + "/";
                var ended = jar.run("-s", address, mode, "-auth", "alice:pw", "who-am-i");
                assertThat(ended.code()).isEqualTo(255);
                assertThat(ended.err()).contains("another host", elsewhere);
            }
            assertThat(seen).isNotEmpty().containsOnly("null");
        } finally {
            other.stop(0);
        }
    }

    @Test
    void ssh_serverThatTakesNone_isTold() throws Exception {
        var ended = jar.run("-s", SERVER.url(), "-ssh", "-user", "alice", "who-am-i");

        assertThat(ended.code()).isEqualTo(255);
        assertThat(ended.err()).contains("X-SSH-Endpoint");
    }

    @Test
    void jar_isDownloadedByAnybody_underBothNames() throws Exception {
        for (var name : new String[] {"jenkins-cli.jar", "hudson-cli.jar"}) {
            var answer = SERVER.client().send("HEAD", "jnlpJars/" + name);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("application/java-archive");
            assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=jenkins-cli.jar");
            assertThat(answer.header("Content-Length")).isEqualTo(Long.toString(jar.size()));
        }
        assertThat(SERVER.client().get("jnlpJars/other.jar").status()).isEqualTo(404);
    }

    @Test
    void pages_aboutCommands_areForReaders() throws Exception {
        var alice = SERVER.as("alice");

        assertThat(alice.get("cli/").body()).contains("jenkins-cli.jar", "who-am-i");
        assertThat(alice.get("cli/command/build").body()).contains("java -jar jenkins-cli.jar build");
        assertThat(alice.get("cli/command/%3Cb%3E").status()).isEqualTo(404);
        assertThat(SERVER.client().get("cli/").status()).isEqualTo(403);
        assertThat(SERVER.client().get("cli/command/build").status()).isEqualTo(403);
        assertThat(alice.get("cli").status()).isEqualTo(302);
    }
}
