package hobson.server.wire;

import static hobson.server.wire.Project.shell;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What waits: cancelling it, reading it after it has left, and a server that takes nothing from the queue. */
class WaitingItemsIT {
    @RegisterExtension
    static final WireServer SERVER = WireServer.open();

    private static WireClient client = new WireClient("");

    @BeforeAll
    static void createJob() throws Exception {
        client = SERVER.client().withCrumb();
        client.create("quick", Project.of(shell("true")));
    }

    private static long waiting(String job) throws Exception {
        client.create(job, Project.of(shell("true")));
        return client.post("job/" + job + "/build?delay=900sec").item();
    }

    private static String item(long id) throws Exception {
        return client.text("queue/item/" + id + "/api/json");
    }

    @Test
    void cancelItem_waiting_leavesAsCancelled() throws Exception {
        long id = waiting("cancelled");
        assertThat(item(id))
                .contains("\"_class\":\"hudson.model.Queue$WaitingItem\"", "In the quiet period. Expires in");

        assertThat(client.post("queue/cancelItem?id=" + id).status()).isEqualTo(302); // docs/deviations.md

        assertThat(item(id))
                .contains("\"_class\":\"hudson.model.Queue$LeftItem\"", "\"cancelled\":true", "\"why\":null")
                .doesNotContain("\"executable\":{");
        assertThat(client.text("queue/api/json")).doesNotContain("\"id\":" + id + ",");
        assertThat(client.post("queue/cancelItem?id=" + id).status()).isBetween(400, 500);
        assertThat(client.post("queue/item/" + id + "/cancelQueue").status()).isEqualTo(204);
    }

    @Test
    void cancelQueue_ofItemOrJob_leavesAsCancelled() throws Exception {
        long first = waiting("ofitem");
        long second = waiting("ofjob");

        assertThat(client.post("queue/item/" + first + "/cancelQueue").status()).isEqualTo(204);
        assertThat(client.post("job/ofjob/cancelQueue").status()).isEqualTo(302);

        assertThat(item(first)).contains("\"cancelled\":true");
        assertThat(item(second)).contains("\"cancelled\":true");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST | queue/cancelItem?id=987654          | 404
            POST | queue/cancelItem?id=abc             | 404
            POST | queue/cancelItem?id=-1              | 404
            POST | queue/cancelItem                    | 404
            GET  | queue/cancelItem?id=1               | 405
            POST | queue/item/987654/cancelQueue       | 404
            GET  | queue/item/1/cancelQueue            | 405
            GET  | job/quick/cancelQueue               | 405
            GET  | queue/item/987654/api/json          | 404
            GET  | queue/item/987654/                  | 404
            GET  | quietDown                           | 405
            GET  | cancelQuietDown                     | 405
            POST | script?script=1                     | 501
            POST | scriptText?script=1                 | 501
            GET  | script                              | 501
            POST | eval                                | 501
            POST | nothing                             | 404
            """)
    void action_unknownItemOrWrongMethod_isRefused(String method, String path, int status) throws Exception {
        var answer = client.send(method, path);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    }

    @Test
    void item_afterItsBuild_namesItForever() throws Exception {
        var answer = client.post("job/quick/build", "Prefer", "wait=60");
        client.awaitEnd("quick", answer.build());

        assertThat(item(answer.item()))
                .contains("\"_class\":\"hudson.model.Queue$LeftItem\"", "\"cancelled\":false")
                .contains("\"number\":" + answer.build() + ",\"url\":\"" + answer.header("X-Build-Url") + "\"");
        assertThat(client.post("queue/cancelItem?id=" + answer.item()).status()).isBetween(400, 500);
        assertThat(client.text("job/quick/" + answer.build() + "/api/json?tree=result,queueId"))
                .contains("\"queueId\":" + answer.item(), "SUCCESS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quietDown?message=for%20lunch", "quietDown?block=true&timeout=1000&message=for%20lunch"})
    void quietDown_untilItIsCancelled_startsNothing(String path) throws Exception {
        assertThat(client.post(path)).returns(302, Answer::status).returns("/", Answer::location);
        try {
            assertThat(client.text("api/json?tree=quietingDown,quietDownReason"))
                    .contains("\"quietingDown\":true", "\"quietDownReason\":\"for lunch\"");
            var answer = client.post("job/quick/build?delay=0sec", "Prefer", "wait=1");
            assertThat(answer.header("X-Build-Number")).isEmpty();
            assertThat(item(answer.item())).contains("\"why\":\"Jenkins is about to shut down");
            assertThat(client.post("job/quick/build?delay=0sec").item()).isEqualTo(answer.item());

            assertThat(client.post("cancelQuietDown").status()).isEqualTo(302);

            assertThat(client.post("job/quick/build?delay=0sec", "Prefer", "wait=60")
                            .build())
                    .isPositive();
            client.await("queue/item/" + answer.item() + "/api/json", "\"executable\":{");
        } finally {
            client.post("cancelQuietDown");
        }
    }

    @Test
    void quietDown_badTimeout_changesNothing() throws Exception {
        try {
            assertThat(client.post("quietDown?block=true&timeout=soon").status())
                    .isEqualTo(400);

            assertThat(client.text("api/json?tree=quietingDown")).contains("\"quietingDown\":false");
        } finally {
            client.post("cancelQuietDown");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reload | 302 | ''
            gc     | 200 | GCed
            quietDown?block=true&timeout=soon | 400 | timeout
            """)
    void administration_answersAsDocumented(String path, int status, String content) throws Exception {
        var answer = client.post(path);
        client.post("cancelQuietDown");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.body()).contains(content);
    }
}
