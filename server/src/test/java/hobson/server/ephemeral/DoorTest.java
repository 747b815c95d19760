package hobson.server.ephemeral;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.http.Body;
import hobson.http.ContentType;
import hobson.http.Request;
import hobson.http.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorTest {
    private final Door door = new Door("builds", "https://ci.test/hobson/");

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8080, , 200",
        "localhost:1, , 200",
        "LOCALHOST, , 200",
        "[::1]:8080, , 200",
        "10.1.2.3, , 200",
        "builds:8080, , 200",
        "ci.test, , 200",
        "evil.test, , 421",
        "evil.test:8080, http://evil.test:8080, 421",
        "localhost.evil.test, , 421",
        "127.0.0.1.evil.test, , 421",
        "127.0.0.1@evil.test, , 421",
        "127.0.0.1:8080, http://127.0.0.1:8080, 200",
        "[::1]:8080, http://[::1]:8080, 200",
        "127.0.0.1:8080, https://ci.test, 200",
        "127.0.0.1:8080, http://evil.test, 403",
        "127.0.0.1:8080, http://127.0.0.1:9090, 403",
        "localhost:8080, http://127.0.0.1:8080, 403",
        "127.0.0.1:8080, null, 403",
        "127.0.0.1:8080, '', 403",
    })
    void handle_hostAndOrigin_ownAloneComeIn(
            String host, @org.jspecify.annotations.Nullable String origin, int status) {
        var draft = Request.draft("POST", "/job/a/build").header("Host", host);
        if (origin != null) {
            draft.header("Origin", origin);
        }

        assertThat(status(draft.build())).isEqualTo(status);
    }

    @Test
    void handle_neitherHostNorOrigin_comesIn() {
        assertThat(status(Request.draft("GET", "/").build())).isEqualTo(200);
    }

    @Test
    void handle_proxyThatSaysWhereItIs_itsPagesComeIn() {
        var request = Request.draft("POST", "/job/a/build")
                .header("Host", "127.0.0.1:8080")
                .header("X-Forwarded-Host", "odd.test")
                .header("X-Forwarded-Proto", "https")
                .header("Origin", "https://odd.test");

        assertThat(status(request.build())).isEqualTo(200);
    }

    private int status(Request request) {
        return door.handle(request, _ -> Response.ok(ContentType.TEXT, Body.text("")))
                .status();
    }
}
