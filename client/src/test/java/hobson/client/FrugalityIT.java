package hobson.client;

import static hobson.client.ScriptedServer.Reply.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is not asked and not opened, since nobody needs it. */
class FrugalityIT {
    private ScriptedServer server;
    private Hobson hobson;

    @BeforeEach
    void start() throws Exception {
        server = ScriptedServer.start();
        hobson = Hobson.connect(server.url()).token("ann", "t0k");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void isReady_askedOften_opensNoClientEachTime() {
        server.on("GET /api/json", json("{\"mode\":\"NORMAL\"}"));
        hobson.server().isReady();
        long before = clients();

        for (int i = 0; i < 10; i++) {
            assertThat(hobson.server().isReady()).isTrue();
        }

        assertThat(clients()).isLessThanOrEqualTo(before);
    }

    /** Each of the JDK's clients has such a thread until it is collected. */
    private static long clients() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("HttpClient-[0-9]+-SelectorManager"))
                .count();
    }

    @Test
    void builds_running_areNotLookedForBeyondTheOldestThatIsBuilt() {
        var page = IntStream.iterate(500, number -> number > 400, number -> number - 1)
                .mapToObj(number -> "{\"number\":" + number + ",\"building\":" + (number > 498) + "}")
                .collect(Collectors.joining(",", "{\"allBuilds\":[", "]}"));
        server.on(
                "GET /job/a/api/json",
                json(page),
                json(page),
                json(page.replace(":4", ":3").replace(":500", ":400")));
        server.on(
                "GET /computer/api/json",
                json(
                        "{\"computer\":[{\"executors\":[{\"currentExecutable\":{\"number\":499,\"url\":\"http://x/job/a/499/\"}}]}]}"),
                json(
                        "{\"computer\":[{\"oneOffExecutors\":[{\"currentExecutable\":{\"number\":301,\"url\":\"http://x/job/a/301/\"}}]}]}"));
        var running = BuildFilter.ALL.building(true);

        assertThat(hobson.job("a").builds(running))
                .extracting(BuildInfo::number)
                .containsExactly(500, 499);
        assertThat(server.lines()).hasSize(2);
        assertThat(hobson.job("a").builds(running)).hasSize(4);
        assertThat(server.lines()).hasSize(5);
    }
}
