package hobson.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody who has not logged in, where everybody may read. */
class AnonymousIT {
    @RegisterExtension
    static final WireServer SERVER = new WireServer("""
            jenkins:
              quietPeriod: 0
              securityRealm: {local: {users: [{id: alice, password: "a:pass"}]}}
              authorizationStrategy: {loggedInUsersCanDoAnything: {allowAnonymousRead: true}}
            """);

    @BeforeAll
    static void createJob() throws Exception {
        SERVER.client()
                .as("alice", "a:pass")
                .withCrumb()
                .create("tokened", "<project><authToken>sesame</authToken></project>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  | api/json                                   | 200
            GET  | job/tokened/config.xml                     | 403
            GET  | job/tokened/build?token=sesame&delay=900sec| 201
            POST | job/tokened/build?token=sesame             | 201
            POST | job/tokened/build                          | 403
            POST | job/tokened/build?token=bad                | 403
            GET  | job/tokened/build?token=bad                | 403
            GET  | job/tokened/build                          | 403
            POST | job/tokened/doDelete                       | 403
            POST | job/tokened/disable                        | 403
            POST | createItem?name=tokened                    | 403
            POST | createItem?name=x&mode=copy&from=tokened   | 403
            DELETE | job/tokened/                             | 403
            POST | quietDown                                  | 403
            """)
    void anonymous_withRead_mayReadAndUseTheToken(String method, String path, int status) throws Exception {
        var answer = SERVER.client().withCrumb().send(method, path);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    }

    @Test
    void anonymous_goodTokenAndNoCrumb_isRefusedAsPost() throws Exception {
        var answer = SERVER.client().post("job/tokened/build?token=sesame");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("No valid crumb was included in the request");
    }
}
