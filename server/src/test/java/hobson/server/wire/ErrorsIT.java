package hobson.server.wire;

import static hobson.server.wire.WireClient.XML;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What errors look like, by {@code Accept}. */
class ErrorsIT {
    @RegisterExtension
    static final WireServer SERVER = new WireServer("""
            jenkins:
              securityRealm: {local: {users: [{id: ann, password: anns}]}}
              authorizationStrategy: {loggedInUsersCanDoAnything: {allowAnonymousRead: true}}
            """);

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @ParameterizedTest
    @CsvSource({"application/json", "application/problem+json", "'application/json, text/plain, */*'"})
    void malformedDocument_programThatAsksForJson_isToldLineAndColumn(String accept) throws Exception {
        var ann = SERVER.client().as("ann", "anns").withCrumb();

        var answer = ann.send(
                "POST",
                "createItem?name=x",
                BodyPublishers.ofString("<project>\n  <a></b>\n</project>"),
                "Content-Type",
                XML,
                "Accept",
                accept);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        var problem = json(answer);
        assertThat(problem.get("line").intValue()).isEqualTo(2);
        assertThat(problem.get("column").intValue()).isEqualTo(8);
        assertThat(problem.get("status").intValue()).isEqualTo(400);
        assertThat(problem.get("title").stringValue()).isEqualTo("Bad Request");
        assertThat(problem.get("instance").stringValue()).isEqualTo("/createItem");
        assertThat(problem.get("detail").stringValue()).isEqualTo(answer.header("X-Error"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  | job/absent/                 | 404",
                "GET  | job/absent/api/json         | 404",
                "GET  | quietDown                   | 405",
                "POST | quietDown                   | 403",
                "GET  | api/json?tree=%5B           | 400",
                "GET  | api/json?jsonp=f            | 403",
                "GET  | metrics                     | 403"
            })
    void anyError_programThatAsksForJson_isAProblem(String method, String path, int status) throws Exception {
        var answer = SERVER.client().send(method, path, "Accept", "application/json");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        var problem = json(answer);
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("type").stringValue()).isEqualTo("about:blank");
        assertThat(problem.get("detail").stringValue()).isNotEmpty();
    }

    @Test
    void refusedWithoutCrumb_browser_getsAPageThatExplains() throws Exception {
        var answer = SERVER.client().post("quietDown", "Accept", BROWSER);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.header("X-Jenkins")).isEmpty();
        assertThat(answer.body()).contains("No valid crumb was included in the request", "/crumbIssuer/api/json");
    }

    @Test
    void wrongPassword_browser_getsAPageThatExplains() throws Exception {
        var answer = SERVER.client().as("ann", "wrong").get("", "Accept", BROWSER);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Basic realm=\"Jenkins\"");
        assertThat(answer.header("X-Jenkins")).isEmpty();
        assertThat(answer.body()).contains("do not belong together");
    }

    private static JsonNode json(Answer answer) {
        return new ObjectMapper().readTree(new String(answer.bytes(), UTF_8));
    }
}
