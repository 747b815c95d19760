package hobson.server.wire;

import static hobson.server.wire.Project.parameters;
import static hobson.server.wire.Project.shell;
import static hobson.server.wire.Project.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A trigger that is sent again with its key is the same trigger ({@code docs/deviations.md}). */
class IdempotencyKeyIT {
    @RegisterExtension
    static final WireServer SERVER = WireServer.open();

    private static WireClient client = new WireClient("");

    @BeforeAll
    static void createJobs() throws Exception {
        client = SERVER.client().withCrumb();
        client.create("keys", Project.of(shell("true")));
        client.create("others", Project.of(shell("true")));
        client.create("asks", Project.of(parameters(string("A", "a"))));
    }

    private static Answer keyed(String path, String key) throws Exception {
        return client.post(path, "Idempotency-Key", key, "Prefer", "wait=60");
    }

    @Test
    void key_again_isTheSameItemAndBuildsOnce() throws Exception {
        var first = keyed("job/keys/build?delay=0sec", "k1");
        client.awaitEnd("keys", first.build());

        var again = keyed("job/keys/build?delay=0sec", "k1");

        assertThat(again).returns(201, Answer::status).returns(first.item(), Answer::item);
        assertThat(again.build()).isEqualTo(first.build());
        assertThat(client.text("job/keys/api/json?tree=nextBuildNumber"))
                .contains("\"nextBuildNumber\":" + (first.build() + 1));
    }

    @Test
    void key_otherKeyOrJob_isAnotherItem() throws Exception {
        var first = keyed("job/keys/build", "k2");
        var other = keyed("job/keys/build", "k3");

        assertThat(other.build()).isGreaterThan(first.build());
        assertThat(keyed("job/others/build", "k2").header("X-Build-Url")).contains("/job/others/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "buildWithParameters?A=%s&delay=900sec",
                "build?delay=900sec&json={\"parameter\":{\"name\":\"A\",\"value\":\"%s\"}}"
            })
    void key_againWhileItWaits_isNoMerger(String action) throws Exception {
        var path = "job/asks/"
                + action.replace("{", "%7B")
                        .replace("}", "%7D")
                        .replace("\"", "%22")
                        .replace("%s", "w" + action.length());

        var first = client.post(path, "Idempotency-Key", action);

        assertThat(client.post(path, "Idempotency-Key", action))
                .returns(201, Answer::status)
                .returns(first.item(), Answer::item)
                .returns("", answer -> answer.header("X-Queue-Merged"));
    }

    @Test
    void key_ofManyAtOnce_isOneItem() throws Exception {
        Callable<Long> trigger =
                () -> client.post("job/asks/buildWithParameters?A=many&delay=900sec", "Idempotency-Key", "many")
                        .item();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var items = threads.invokeAll(
                    IntStream.range(0, 16).mapToObj(_ -> trigger).toList());
            for (var item : items) {
                assertThat(item.get()).isEqualTo(items.getFirst().get());
            }
        }
    }

    @Test
    void key_tooLong_isRefused() throws Exception {
        var path = "job/others/build?delay=900sec";

        assertThat(client.post(path, "Idempotency-Key", "k".repeat(255)).status())
                .isEqualTo(201);
        assertThat(client.post(path, "Idempotency-Key", "k".repeat(256)).status())
                .isEqualTo(400);
    }
}
