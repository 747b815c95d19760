package hobson.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeIT {
    private static final String XML = "application/xml";

    @TempDir
    Path folder;

    private Path home = Path.of("");

    @BeforeEach
    void nameHome() {
        home = folder.resolve("home");
    }

    @Test
    void serve_untilSigterm_endsWithZero() throws Exception {
        try (var server = ServerProcess.serve(home, "--open")) {
            assertThat(server.get("api/json").statusCode()).isEqualTo(200);

            assertThat(server.terminate().exitCode()).isZero();
            assertThat(server.output().getLast()).startsWith("Hobson has ended");
        }
    }

    @Test
    void serve_withPrefix_answersBelowIt() throws Exception {
        try (var server = ServerProcess.serve(home, "--open", "--prefix", "/ci")) {
            assertThat(server.url()).endsWith("/ci/");
            assertThat(server.get("api/json").body()).contains("\"url\":\"" + server.url() + "\"");
        }
    }

    @Test
    void firstStart_linesToCopy_work() throws Exception {
        try (var server = ServerProcess.serve(home)) {
            server.awaitLine("    curl -b ");
            var lines = server.printed()
                    .lines()
                    .filter(line -> line.startsWith("    curl") || line.startsWith("    CRUMB"))
                    .toList();

            assertThat(lines).hasSize(3);
            assertThat(shell(String.join("\n", lines))).contains("\"_class\" : \"hudson.model.Hudson\"");
            assertThat(as("admin", password(), server, "job/hello/api/json")).isEqualTo(200);
            assertThat(server.get("api/json").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void secondStart_keepsThePasswordAndDoesNotShowIt() throws Exception {
        try (var first = ServerProcess.serve(home)) {
            first.awaitLine("    password ");
            first.terminate().exitCode();
        }

        try (var second = ServerProcess.serve(home)) {
            assertThat(as("admin", password(), second, "api/json")).isEqualTo(200);
            assertThat(second.terminate().output()).noneMatch(line -> line.contains(password()));
        }
    }

    @Test
    void serve_homeInUse_isOneLineAndExitCodeOne() throws Exception {
        try (var first = ServerProcess.serve(home, "--open");
                var second = ServerProcess.run(folder, "serve", "--http-port", "0", "--home", home.toString())) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output())
                    .containsExactly("hobson: The home " + home + " is in use by another Hobson (process " + first.pid()
                            + "): stop that one, or give this one another --home.");
            assertThat(first.get("api/json").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void serve_portInUse_isOneLineAndTheHomeStaysGood() throws Exception {
        try (var occupant = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            var port = String.valueOf(occupant.getLocalPort());
            try (var server = ServerProcess.run(folder, "serve", "--http-port", port, "--home", home.toString())) {
                assertThat(server.exitCode()).isEqualTo(1);
                assertThat(server.output())
                        .singleElement()
                        .asString()
                        .startsWith("hobson: Cannot listen on 127.0.0.1:" + port + ": Address already in use");
            }
        }

        try (var server = ServerProcess.serve(home)) {
            server.awaitLine("    password ");
            assertThat(as("admin", password(), server, "api/json")).isEqualTo(200);
        }
    }

    @Test
    void serve_whatCannotBe_isOneLineAndExitCodeOne() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "mine");
        var config = Files.writeString(folder.resolve("ci.yaml"), "jenkins:\n  numExecuters: 2\n");

        assertRefused(1, "there is a file in its place", "serve", "--home", file.toString());
        assertRefused(
                1,
                config + ":2: the key 'numExecuters'",
                "serve",
                "--home",
                home.toString(),
                "--config",
                config.toString());
        assertRefused(
                1,
                "there is no such address",
                "serve",
                "--home",
                home.toString(),
                "--http-address",
                "no.such.host.invalid");
        assertRefused(
                1,
                "jdbc:postgresql://127.0.0.1:1/x",
                "serve",
                "--home",
                home.toString(),
                "--store",
                "jdbc:postgresql://127.0.0.1:1/x?password=hidden");
        assertRefused(2, "There is no option '--hom'", "serve", "--hom", home.toString());
        assertThat(file).hasContent("mine");
    }

    @Test
    void config_accounts_haveThePasswordsOfTheFile() throws Exception {
        var config = folder.resolve("ci.yaml");
        Files.writeString(config, accounts("first"));
        try (var server = ServerProcess.serve(home, "--config", config.toString())) {
            assertThat(as("alice", "first", server, "api/json")).isEqualTo(200);
            assertThat(as("alice", "wrong", server, "api/json")).isEqualTo(401);
            assertThat(server.terminate().output()).noneMatch(line -> line.startsWith("    password"));
        }

        Files.writeString(config, accounts("second"));
        try (var server = ServerProcess.serve(home, "--config", config.toString())) {
            assertThat(as("alice", "first", server, "api/json")).isEqualTo(401);
            assertThat(as("alice", "second", server, "api/json")).isEqualTo(200);
        }
    }

    @Test
    void restart_overHttp_isTheSameProcessAndAnotherSession() throws Exception {
        try (var server = serveUnguarded()) {
            server.post("createItem?name=kept", "<project/>", "Content-Type", XML);
            var before = server.get("api/json").headers().firstValue("X-Jenkins-Session");

            server.post("restart", "");
            server.awaitLine("Hobson restarts", "Hobson ");

            var after = server.get("job/kept/api/json");
            assertThat(after.statusCode()).isEqualTo(200);
            assertThat(after.headers().firstValue("X-Jenkins-Session"))
                    .isPresent()
                    .isNotEqualTo(before);
        }
    }

    @Test
    void exit_overHttp_endsWithZero() throws Exception {
        try (var server = serveUnguarded()) {
            server.post("exit", "");

            assertThat(server.exitCode()).isZero();
        }
    }

    @Test
    void build_overSigtermAndKill_goesOnAndSucceeds() throws Exception {
        var go = folder.resolve("go");
        try (var server = serveUnguarded()) {
            server.post("createItem?name=long", waitingFor(go), "Content-Type", XML);
            server.post("job/long/build?delay=0sec", "", "Prefer", "wait=30");
            assertThat(server.terminate().exitCode()).isZero();
            assertThat(server.printed()).doesNotContain("SEVERE", "Exception");
        }
        try (var server = serveUnguarded()) {
            assertThat(server.get("job/long/1/api/json?tree=building").body()).contains("\"building\":true");
            server.kill();
        }
        Files.writeString(go, "");
        try (var server = serveUnguarded()) {
            server.awaitBody("job/long/1/api/json?tree=result", "\"result\":\"SUCCESS\"");
            assertThat(server.get("job/long/1/consoleText").body()).contains("waited\nFinished: SUCCESS");
        }
    }

    @Test
    void sigterm_callerWaitsForItsBuild_isAnsweredAndTheItemStays() throws Exception {
        try (var server = serveUnguarded();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            server.post("createItem?name=later", waitingFor(folder), "Content-Type", XML);
            var answer = threads.submit(() -> server.post("job/later/build?delay=600sec", "", "Prefer", "wait=300"));
            server.awaitBody("queue/api/json?tree=items[id]", "\"id\":1");

            assertThat(server.terminate().exitCode()).isZero();
            assertThat(answer.get().statusCode()).isEqualTo(201);
            assertThat(answer.get().headers().firstValue("Location").orElse("")).endsWith("queue/item/1/");
        }
        try (var server = serveUnguarded()) {
            assertThat(server.get("queue/api/json?tree=items[id]").body()).contains("\"id\":1");
        }
    }

    /** No security and no crumbs. */
    private ServerProcess serveUnguarded() throws Exception {
        var config = folder.resolve("unguarded.yaml");
        Files.writeString(config, "jenkins: {authorizationStrategy: unsecured}\nhobson: {crumbs: false}\n");
        return ServerProcess.serve(home, "--config", config.toString());
    }

    private static String waitingFor(Path file) {
        return "<project><builders><hudson.tasks.Shell><command>#!/bin/sh\nuntil [ -e '" + file
                + "' ]; do sleep 0.1; done; echo waited</command></hudson.tasks.Shell></builders></project>";
    }

    private static String accounts(String password) {
        return """
                jenkins:
                  securityRealm:
                    local:
                      users:
                        - id: alice
                          password: %s
                """.formatted(password);
    }

    private void assertRefused(int code, String why, String... words) throws Exception {
        try (var server = ServerProcess.run(folder, words)) {
            assertThat(server.output())
                    .singleElement()
                    .asString()
                    .startsWith("hobson: ")
                    .contains(why)
                    .doesNotContain("hidden");
            assertThat(server.exitCode()).isEqualTo(code);
        }
    }

    private String password() {
        try {
            return Files.readString(home.resolve("initial-admin-password")).strip();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static int as(String user, String password, ServerProcess server, String path) throws Exception {
        var login = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        return server.send(server.request(path).header("Authorization", "Basic " + login))
                .statusCode();
    }

    private String shell(String script) throws Exception {
        var builder = new ProcessBuilder(List.of("sh", "-c", script)).redirectErrorStream(true);
        builder.environment().put("HOME", folder.toString());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
