package hobson.http;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.http.route.Match;
import hobson.http.route.Place;
import hobson.http.route.Router;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths as they come over the wire, good and bad. */
class HostilePathsIT {
    @TempDir
    static Path directory;

    private static ServerFixture server;

    @BeforeAll
    static void start() throws IOException {
        var root = new Place("root");
        var job = new Place("job");
        root.child("job/{job}", job);
        job.any(
                "api",
                request -> Response.text(
                        200,
                        Match.of(request).captures("job") + ""
                                + Match.of(request).rest()));
        server = ServerFixture.of(directory, new Router(root));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static RawConnection.Answer ask(String target) throws IOException {
        return server.ask("GET " + target + " HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a%zz", "/a/%", "/a%00", "/../a"})
    void badMessage_connectionEnds_isAnnounced(String target) throws IOException {
        var answer = ask(target);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Connection")).isEqualTo("close");
    }

    @ParameterizedTest
    @CsvSource({
        "/job/a/api/json, [a][json]",
        "//job///a//api////json, [a][json]",
        "/job/./a/api/./json, [a][json]",
        "/x/../job/a/api/x/../json, [a][json]",
        "/job/a%2Fb/api, [a/b][]",
        "/job/a%2fb/api, [a/b][]",
        "/job/a%252Fb/api, [a%2Fb][]",
        "/job/a%5Cb/api, [a\\b][]",
        "/job\\a\\api\\json, [a][json]",
        "/job/a+b/api, [a+b][]",
        "/job/a%20b/api, [a b][]",
        "/job/a%3Bb/api, [a;b][]",
        "/job/%2e%2e%2f/api, [../][]",
        "/job/.../api, [...][]",
        "/job/%7Ea/api, [~a][]",
        "/job/a/api/json?tree=name#fragment, [a][json]"
    })
    void path_unusual_isReadAsTheContractSays(String target, String read) throws IOException {
        var answer = ask(target);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "/job/\u00c3\u00bc/api, \u00fc",
        "/job/%C3%BC/api, \u00fc",
        "/job/%c3%bc\u00c3\u00bc/api, \u00fc\u00fc",
        "/job/%F0%9F%98%80/api, \ud83d\ude00"
    })
    void path_utf8_isDecoded(String target, String name) throws IOException {
        assertThat(new String(ask(target).body(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("[" + name + "][]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/job/%ff/api", "/job/%c0%af/api", "/job/%c0%ae%c0%ae/api", "/job/%ed%a0%80/api"})
    void path_brokenUtf8_isNeitherSlashNorDot(String target) throws IOException {
        assertThat(new String(ask(target).body(), java.nio.charset.StandardCharsets.UTF_8))
                .matches("\\[\ufffd+]\\[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..",
                "/../job/a/api",
                "/job/../../job/a/api",
                "/job/%2e%2e/a/api",
                "/job/%2E%2e/api",
                "/job/.%2e/api",
                "/job/%2e/api",
                "/job/a%00b/api",
                "/job/%zz/api",
                "/job/%/api",
                "/job/%4/api",
                "/job/%u2215/api",
                "job/a/api"
            })
    void path_climbingOrBroken_isRefused(String target) throws IOException {
        assertThat(ask(target).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/job/a;x/api", "/job/a/api;jsessionid=1", "/;/job/a/api", "/job/..;/a/api"})
    void path_semicolon_isRefusedWithItsSentence(String target) throws IOException {
        var answer = ask(target);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("Semicolons are not allowed in the request URI");
    }

    @Test
    void slashRedirect_hostLookingPath_staysOnThisHost() throws IOException {
        assertThat(ask("//job/evil.example").header("Location")).isEqualTo("http://test.example/job/evil.example/");
        assertThat(ask("/\\job\\evil.example").header("Location")).isEqualTo("http://test.example/job/evil.example/");
    }

    @Test
    void errorPage_markupInPath_isEscaped() throws IOException {
        assertThat(ask("/<script>alert(1)</script>").text()).doesNotContain("<script>");
        assertThat(ask("/%3Cscript%3E").text()).doesNotContain("<script>");
    }
}
