package hobson.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens on the connection, whatever the handler does. */
class HttpServerIT {
    private static final String LINE = "0123456789abcdef";

    @TempDir
    static Path directory;

    private static ServerFixture server;

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(directory.resolve("file"), LINE.repeat(20_000));
        server = ServerFixture.of(directory, HttpServerIT::handle);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Response handle(Request request) {
        return switch (String.join("/", request.path().tokens())) {
            case "bytes" -> Response.ok(ContentType.JSON, Body.text(LINE).compressible());
            case "large" ->
                Response.ok(ContentType.JSON, Body.text(LINE.repeat(10_000)).compressible());
            case "plain" -> Response.ok(ContentType.TEXT, Body.text(LINE));
            case "bare" ->
                Response.of(404, Body.text("caf\u00e9 \u2018x\u2019", java.nio.charset.StandardCharsets.ISO_8859_1));
            case "stream" -> streamed(Integer.parseInt(request.query().first("lines", "1")));
            case "known" ->
                Response.ok(ContentType.TEXT, Body.stream(LINE.length(), out -> out.write(LINE.getBytes(UTF_8))));
            case "file" -> file();
            case "echo" -> Response.text(200, request.method() + " " + request.text(1 << 20));
            case "ignore" -> Response.text(200, "ignored");
            case "early" -> failing(10);
            case "late" -> failing(5_000);
            case "problem" ->
                throw new Problem(409, "The <job> is busy", Header.of("X-Error", "a\u2018b\r\nX-Evil: 1"));
            case "crash" -> throw new IllegalStateException("the secret");
            case "header" ->
                Response.of(200).with("X-Error", request.query().first("v", "")).with("X-Tab", "a\tb\u00e9\u4e2d");
            case "empty" -> Response.of(204);
            case "to" -> Response.redirect(request.query().first("t", ""));
            case "base" ->
                Response.text(200, request.baseUrl() + " " + request.origin().client());
            default -> Response.text(200, request.path().tokens().toString());
        };
    }

    private static Response streamed(int lines) {
        return Response.ok(
                ContentType.TEXT,
                Body.stream(out -> {
                            for (int i = 0; i < lines; i++) out.write(LINE.getBytes(UTF_8));
                        })
                        .compressible());
    }

    private static Response failing(int afterLines) {
        return Response.ok(ContentType.TEXT, Body.stream(out -> {
            for (int i = 0; i < afterLines; i++) out.write(LINE.getBytes(UTF_8));
            throw new IllegalStateException("broken");
        }));
    }

    private static Response file() {
        try {
            return Response.ok(ContentType.TEXT, Body.file(FileChannel.open(directory.resolve("file")), 8, 200_000));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void answer_bytesInMemory_haveLengthAndNoSniff() throws IOException {
        var answer = server.ask("GET /bytes HTTP/1.1");

        assertThat(answer.text()).isEqualTo(LINE);
        assertThat(answer.head())
                .contains(
                        "HTTP/1.1 200 OK",
                        "Content-Type: application/json;charset=utf-8",
                        "Content-Length: 16",
                        "X-Content-Type-Options: nosniff")
                .noneMatch(line -> line.startsWith("Vary"));
    }

    @Test
    void answer_withoutContentType_sendsNoneAndLatin1() throws IOException {
        var answer = server.ask("GET /bare HTTP/1.1");

        assertThat(answer.header("Content-Type")).isEmpty();
        assertThat(answer.text()).isEqualTo("caf\u00e9 ?x?");
    }

    @ParameterizedTest
    @CsvSource({"2047, 32752, ''", "2048, '', chunked", "2049, '', chunked"})
    void stream_below32KiB_hasLength(int lines, String length, String encoding) throws IOException {
        var answer = server.ask("GET /stream?lines=" + lines + " HTTP/1.1");

        assertThat(answer.body()).hasSize(lines * LINE.length());
        assertThat(answer.header("Content-Length")).isEqualTo(length);
        assertThat(answer.header("Transfer-Encoding")).isEqualTo(encoding);
    }

    @ParameterizedTest
    @CsvSource({
        "/bytes, 16",
        "/large, 160000",
        "/plain, 16",
        "/stream, 16",
        "/known, 16",
        "/file, 200000",
        "/stream?lines=9999, ''"
    })
    void head_anyBody_hasHeadOfGetAndNoBody(String path, String length) throws IOException {
        try (var connection = server.connect()) {
            var head = connection
                    .sendLines("HEAD " + path + " HTTP/1.1\nHost: x\n\n")
                    .readHead();
            var get = connection
                    .sendLines("GET " + path + " HTTP/1.1\nHost: x\n\n")
                    .read();

            assertThat(head.header("Content-Length")).isEqualTo(length);
            assertThat(head.head())
                    .filteredOn(line -> !line.startsWith("Date"))
                    .containsExactlyElementsOf(get.head().stream()
                            .filter(line -> !line.startsWith("Date"))
                            .toList());
        }
    }

    @Test
    void file_region_isSentExactly() throws IOException {
        assertThat(server.ask("GET /file HTTP/1.1").text())
                .hasSize(200_000)
                .startsWith("89abcdef0123")
                .endsWith("1234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip, deflate", "deflate, gzip;q=1.0", "x-gzip;q=0"})
    void gzip_accepted_isUsedForMarkedBodies(String accepted) throws IOException {
        for (var path : new String[] {"/bytes", "/large", "/stream?lines=3000", "/stream?lines=1"}) {
            var answer = server.ask("GET " + path + " HTTP/1.1\nAccept-Encoding: " + accepted);

            assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(answer.header("Vary")).isEmpty();
            assertThat(unzipped(answer.body())).startsWith(LINE).matches("(" + LINE + ")+");
        }
    }

    @Test
    void gzip_unmarkedBodyOrNotAccepted_isNotUsed() throws IOException {
        assertThat(server.ask("GET /plain HTTP/1.1\nAccept-Encoding: gzip").header("Content-Encoding"))
                .isEmpty();
        assertThat(server.ask("GET /problem HTTP/1.1\nAccept-Encoding: gzip").header("Content-Encoding"))
                .isEmpty();
        assertThat(server.ask("GET /bytes HTTP/1.1\nAccept-Encoding: br").header("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void keepAlive_pipelinedRequests_areAnsweredInOrder() throws IOException {
        try (var connection = server.connect()) {
            connection.sendLines(
                    "GET /a HTTP/1.1\nHost: x\n\nGET /stream HTTP/1.1\nHost: x\n\nGET /c HTTP/1.1\nHost: x\nConnection: close\n\n");

            assertThat(connection.read().text()).isEqualTo("[a]");
            assertThat(connection.read().text()).isEqualTo(LINE);
            assertThat(connection.read().text()).isEqualTo("[c]");
            assertThat(connection.isClosed()).isTrue();
        }
    }

    @Test
    void http10_withoutKeepAlive_isClosedAndNeverChunked() throws IOException {
        try (var connection = server.connect()) {
            var answer =
                    connection.sendLines("GET /stream?lines=5000 HTTP/1.0\n\n").read();

            assertThat(answer.body()).hasSize(80_000);
            assertThat(answer.header("Transfer-Encoding")).isEmpty();
            assertThat(connection.isClosed()).isTrue();
        }
    }

    @Test
    void http10_withKeepAlive_staysOpen() throws IOException {
        try (var connection = server.connect()) {
            for (int i = 0; i < 2; i++) {
                var answer = connection
                        .sendLines("GET /bytes HTTP/1.0\nConnection: keep-alive\n\n")
                        .read();
                assertThat(answer.header("Connection")).isEqualTo("keep-alive");
            }
        }
    }

    @Test
    void expect100_bodyWanted_continues() throws IOException {
        try (var connection = server.connect()) {
            connection.sendLines("POST /echo HTTP/1.1\nHost: x\nExpect: 100-continue\nContent-Length: 4\n\n");
            assertThat(connection.read().status()).isEqualTo(100);

            assertThat(connection.send("body").read().text()).isEqualTo("POST body");
        }
    }

    @Test
    void expect100_bodyNotWanted_isAnsweredAtOnce() throws IOException {
        try (var connection = server.connect()) {
            connection.sendLines("POST /ignore HTTP/1.1\nHost: x\nExpect: 100-continue\nContent-Length: 4000000\n\n");

            assertThat(connection.read().text()).isEqualTo("ignored");
            assertThat(connection.isClosed()).isTrue();
        }
    }

    @Test
    void post_chunked_isRead() throws IOException {
        var answer =
                server.ask("POST /echo HTTP/1.1\nTransfer-Encoding: chunked", "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n");

        assertThat(answer.text()).isEqualTo("POST abcde");
    }

    @Test
    void post_largeBodyThatNobodyReads_answerArrives() throws IOException {
        try (var connection = server.connect()) {
            connection.sendLines("POST /ignore HTTP/1.1\nHost: x\nContent-Length: 8000000\n\n");
            connection.send(new byte[8_000_000]);
            assertThat(connection.read().text()).isEqualTo("ignored");

            assertThat(connection
                            .sendLines("GET /next HTTP/1.1\nHost: x\n\n")
                            .read()
                            .text())
                    .isEqualTo("[next]");
        }
    }

    @Test
    void stream_failingBeforeAnythingWasSent_isAnErrorPage() throws IOException {
        var answer = server.ask("GET /early HTTP/1.1");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).contains("Logging ID=").doesNotContain("broken", LINE);
    }

    @Test
    void stream_failingLater_breaksTheConnection() throws IOException {
        assertThatThrownBy(() -> server.ask("GET /late HTTP/1.1")).isInstanceOf(IOException.class);
    }

    @Test
    void problem_anyAccept_isRenderedAsAccepted() throws IOException {
        assertThat(server.ask("GET /problem HTTP/1.1").text())
                .contains("HTTP ERROR 409 The &lt;job&gt; is busy")
                .doesNotContain("<job>");
        var json = server.ask("GET /problem HTTP/1.1\nAccept: application/json");
        assertThat(json.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(json.text()).contains("\"detail\":\"The <job> is busy\"", "\"status\":409");
        assertThat(server.ask("GET /problem HTTP/1.1\nAccept: text/plain").text())
                .startsWith("HTTP ERROR 409 The <job> is busy\nURI: /problem\n");
        assertThat(server.ask("GET /problem HTTP/1.1\nAccept: image/png").body())
                .isEmpty();
        assertThat(server.ask("PATCH /problem HTTP/1.1\nContent-Length: 0").body())
                .isEmpty();
    }

    @Test
    void problem_headers_cannotBeSplit() throws IOException {
        var answer = server.ask("GET /problem HTTP/1.1");

        assertThat(answer.header("X-Error")).isEqualTo("a b  X-Evil: 1");
        assertThat(answer.header("X-Evil")).isEmpty();
    }

    @Test
    void header_foreignCharacters_areBlanks() throws IOException {
        var answer = server.ask("GET /header?v=%E2%80%98foo%E2%80%99%0d%0aX-Evil:%201 HTTP/1.1");

        assertThat(answer.header("X-Error"))
                .isEqualTo("foo   X-Evil: 1".indent(1).stripTrailing());
        assertThat(answer.header("X-Tab")).isEqualTo("a\tb\u00e9 ");
        assertThat(answer.header("X-Evil")).isEmpty();
    }

    @Test
    void crash_anything_isAnIdAndNoMore() throws IOException {
        var answer = server.ask("GET /crash HTTP/1.1");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).containsPattern("Logging ID=[0-9a-f-]{36}").doesNotContain("secret", "Exception");
    }

    @Test
    void answer_noContent_hasNeitherBodyNorLength() throws IOException {
        assertThat(server.ask("GET /empty HTTP/1.1").head()).noneMatch(line -> line.startsWith("Content-"));
    }

    @ParameterizedTest
    @CsvSource({
        "/x/y, http://test.example/x/y",
        "., http://test.example/",
        "z?a=b, http://test.example/z?a=b",
        "../q, http://test.example/q",
        "http://other.example/, http://other.example/",
        "/caf\u00e9 x, http://test.example/caf%C3%A9%20x"
    })
    void redirect_anyTarget_isSentAbsolute(String target, String location) throws IOException {
        var answer = server.ask("GET /to?t=" + java.net.URLEncoder.encode(target, UTF_8) + " HTTP/1.1");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo(location);
        assertThat(answer.header("Content-Length")).isEqualTo("0");
    }

    @Test
    void trace_always_isForbidden() throws IOException {
        assertThat(server.ask("TRACE /bytes HTTP/1.1").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOO", "PATCH", "OPTIONS", "get", "DELETE"})
    void method_ofAnyName_reachesTheHandler(String method) throws IOException {
        assertThat(server.ask(method + " /echo HTTP/1.1\nContent-Length: 0").text())
                .isEqualTo(method + " ");
    }

    @ParameterizedTest
    @CsvSource({
        "'GET /base HTTP/1.0\n\n', 200",
        "'GET /base HTTP/1.1\n\n', 400",
        "'GET http://abs.example:8081/base HTTP/1.1\nHost: test.example\n\n', 400",
        "'GET / HTTP/9.9\n\n', 505",
        "'hello\n\n', 400",
        "'GET /a b HTTP/1.1\nHost: x\n\n', 400",
        "'GET /x HTTP/1.1\nHost: a\nHost: b\n\n', 400",
        "'GET /x HTTP/1.1\nHost: a b<script>\n\n', 400",
        "'OPTIONS * HTTP/1.1\nHost: x\n\n', 400",
        "'GET /x?tree=jobs[name]{0,1}|^`\"<> HTTP/1.1\nHost: x\n\n', 200",
        "'GET /x HTTP/1.1\nHost: x\nExpect: tea\n\n', 417"
    })
    void request_oddHead_isRefusedOrServed(String head, int status) throws IOException {
        try (var connection = server.connect()) {
            assertThat(connection.sendLines(head).read().status()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Host: other.example:9999 | http://other.example:9999",
                "Host: plain.example | http://plain.example",
                "Host: plain.example:80 | http://plain.example",
                "Host: [::1]:8080 | http://[::1]:8080",
                "Host: a:81 ~ X-Forwarded-Proto: https ~ X-Forwarded-Host: front.example | https://front.example",
                "Host: a ~ X-Forwarded-Proto: https ~ X-Forwarded-Host: front.example ~ X-Forwarded-Port: 8443 | https://front.example:8443",
                "Host: a ~ X-Forwarded-Proto: https ~ X-Forwarded-Host: front.example:1234 | https://front.example:1234",
                "Host: a ~ X-Forwarded-Proto: https, http ~ X-Forwarded-Host: one.example, two.example | https://one.example",
                "Host: a:81 ~ X-Forwarded-Proto: https | https://a:81",
                "Host: a ~ X-Forwarded-Proto: https | https://a",
                "Host: a ~ X-Forwarded-Host: \"><script> | http://a",
                "Host: a ~ X-Forwarded-Proto: javascript ~ X-Forwarded-Port: 99999 | http://a",
                "Host: a ~ Forwarded: for=1.2.3.4;proto=https;host=\"f.example:444\", for=9.9.9.9;host=evil | https://f.example:444"
            })
    void baseUrl_hostAndForwardingHeaders_saysWhereTheCallerIs(String headers, String url) throws IOException {
        try (var connection = server.connect()) {
            var answer = connection
                    .sendLines("GET /base HTTP/1.1\n" + headers.replace(" ~ ", "\n") + "\n\n")
                    .read();

            assertThat(answer.text()).startsWith(url + " ");
        }
    }

    @Test
    void origin_client_isTheFirstOfTheForwarded() throws IOException {
        assertThat(server.ask("GET /base HTTP/1.1\nX-Forwarded-For: 10.1.2.3, 10.0.0.1")
                        .text())
                .endsWith(" 10.1.2.3");
        assertThat(server.ask("GET /base HTTP/1.1").text()).endsWith(" 127.0.0.1");
    }

    private static String unzipped(byte[] bytes) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
