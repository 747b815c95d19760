package hobson.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code hobson serve --ephemeral}, and what docs/testing.md says of it. */
@Timeout(120)
class EphemeralServeIT {
    private static final Pattern LINE = Pattern.compile(
            "\\{\"url\":\"(http://127.0.0.1:\\d+/)\",\"control\":\"\\1\\.hobson/\",\"user\":\"admin\",\"token\":\"(11[0-9a-f]{32})\",\"pid\":\\d+}");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    /** The program as people have it on their path. */
    private Path program() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var text = "#!/bin/sh\nexec '" + java
                + "' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -cp '"
                + System.getProperty("java.class.path") + "' hobson.server.Main \"$@\"\n";
        var file = Files.writeString(folder.resolve("hobson"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private Process started(String... more) throws IOException {
        var words =
                new java.util.ArrayList<>(List.of(program().toString(), "serve", "--ephemeral", "--http-port", "0"));
        words.addAll(List.of(more));
        return new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static HttpResponse<String> ask(String token, String method, String url, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url))
                .method(method, BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + token)
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    @Test
    void control_eachAddress_isThereForWhoHasTheToken() throws Exception {
        var process = started();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            var line = LINE.matcher(out.readLine());
            assertThat(line.matches()).isTrue();
            var token = line.group(2);
            var control = line.group(1) + ".hobson/";

            assertThat(ask("11" + "0".repeat(32), "GET", control + "clock", "").statusCode())
                    .isEqualTo(401);
            assertThat(ask(token, "GET", control + "nothing", "").statusCode()).isEqualTo(404);
            var before = ask(token, "GET", control + "clock", "").body();
            assertThat(ask(token, "POST", control + "clock/advance?by=1h30m", "")
                            .body())
                    .isNotEqualTo(before);
            assertThat(ask(token, "POST", control + "clock/run?factor=10", "").statusCode())
                    .isEqualTo(200);
            assertThat(ask(token, "POST", control + "clock/stop", "").statusCode())
                    .isEqualTo(200);
            assertThat(ask(token, "POST", control + "faults", "{\"path\":\"/login\",\"status\":503}")
                            .body())
                    .contains("\"left\":1");
            assertThat(ask(token, "GET", line.group(1) + "login", "").statusCode())
                    .isEqualTo(503);
            assertThat(ask(token, "GET", control + "requests?path=/log*", "").body())
                    .contains("\"path\":\"/login\"", "\"status\":503");
            assertThat(ask(token, "POST", control + "reset", "").body()).isEqualTo(before);
            assertThat(ask(token, "GET", control + "requests", "").body()).isEqualTo("[]\n");
            for (var what : List.of("faults", "requests", "scripts")) {
                assertThat(ask(token, "DELETE", control + what, "").statusCode())
                        .isEqualTo(200);
            }

            process.destroy();
            assertThat(process.waitFor()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "clock/advance?by=soon||A span of time is written",
                "clock/advance||The parameter 'by' is needed",
                "clock/run?factor=-1||not -1.0",
                "scripts|{}|'job' is needed",
                "scripts|[]|an object of JSON",
                "scripts|{|",
                "scripts|{\"job\":\"a\",\"result\":\"BAD\"}|'result' is one of",
                "scripts|{\"job\":\"a\",\"sleep\":1}|'sleep' is not known here",
                "scripts|{\"job\":\"a\",\"artifacts\":{\"../x\":\"y\"}}|relative and without dots",
                "faults|{\"path\":\"/a\"}|One of 'status'",
                "faults|{\"status\":99}|200 to 599",
            })
    void control_badInput_isSaidInASentence(String what, String body, String sentence) throws Exception {
        var control = new hobson.server.ephemeral.Control("secret");
        try (var server = EphemeralServer.start(
                EphemeralSettings.open(java.time.Instant.EPOCH), Main.environment(), List.of(control))) {
            control.of(server);

            var answer = ask("secret", "POST", server.url() + ".hobson/" + what, body == null ? "" : body);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains(sentence == null ? "" : sentence);
        }
    }

    @Test
    void documented_curl_doesWhatItSays() throws Exception {
        var output = run("sh", "-euc", documented("sh"));

        assertThat(output).contains("\"building\":true,\"result\":null", "\"building\":false,\"result\":\"FAILURE\"");
    }

    @Test
    void documented_python_doesWhatItSays() throws Exception {
        var test = """
                hobson = Server()
                hobson.reset()
                hobson.ask("createItem?name=deploy", "POST", b"<project/>", "application/xml")
                hobson.script("deploy", build=1, after="2m", result="FAILURE")
                hobson.ask("job/deploy/build", "POST")
                hobson.advance("2m")
                print(hobson.ask("job/deploy/1/api/json")["result"])
                print([request["status"] for request in hobson.requests(path="/job/deploy/build")])
                hobson.close()
                """;

        assertThat(run("python3", "-c", documented("python") + test)).contains("FAILURE\n[201]\n");
    }

    private static String documented(String language) throws IOException {
        var block = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("..", "docs", "testing.md")));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private String run(String... words) throws Exception {
        program();
        var builder = new ProcessBuilder(words).redirectErrorStream(true).directory(folder.toFile());
        builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
