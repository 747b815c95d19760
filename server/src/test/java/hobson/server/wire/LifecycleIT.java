package hobson.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server that is told to read its configuration again, to restart, and to end. */
class LifecycleIT {
    private static final String CONFIGURATION =
            "jenkins: {authorizationStrategy: unsecured, quietPeriod: 0, numExecutors: 4%s}\n";

    @RegisterExtension
    static final WireServer SERVER = new WireServer(CONFIGURATION.formatted(""));

    private static void configure(String text) throws IOException {
        Files.writeString(SERVER.folder().resolve("hobson.yaml"), text);
    }

    private static String session(WireClient client) throws Exception {
        return client.get("api/json").header("X-Jenkins-Session");
    }

    /** Asks until the server that is there says that, and is another one than before. */
    private static void awaitAnother(String before, String text) throws Exception {
        long end = System.nanoTime() + 60_000_000_000L;
        while (System.nanoTime() < end) {
            try {
                var answer = SERVER.client().get("api/json");
                if (!answer.header("X-Jenkins-Session").equals(before)
                        && answer.body().contains(text)) return;
            } catch (IOException _) {
                Thread.onSpinWait(); // it restarts
            }
        }
        throw new AssertionError("there is no other server that says " + text + ": " + SERVER.printed());
    }

    @Test
    void reload_brokenFile_isRefusedAndAllGoesOn() throws Exception {
        var client = SERVER.client().withCrumb();
        var before = session(client);
        configure("jenkins: {numExecutors: many}\n");

        for (var action : new String[] {"reload", "restart", "safeRestart"}) {
            var answer = client.post(action);
            assertThat(answer.status()).as(action).isEqualTo(400);
            assertThat(answer.header("X-Error")).contains("hobson.yaml");
        }

        configure(CONFIGURATION.formatted(""));
        assertThat(client.post("reload").location()).isEqualTo("/");
        assertThat(session(client)).as("nothing has changed").isEqualTo(before);
    }

    @Test
    void reload_otherSettings_areInForceSoon() throws Exception {
        var client = SERVER.client().withCrumb();
        var before = session(client);
        configure(CONFIGURATION.formatted(", systemMessage: come in"));

        assertThat(client.post("reload").location()).isEqualTo("/");

        awaitAnother(before, "\"description\":\"come in\"");
        configure(CONFIGURATION.formatted(""));
        var again = SERVER.client().withCrumb();
        var changed = session(again);
        assertThat(again.post("restart").status()).isEqualTo(302);
        awaitAnother(changed, "\"description\":null");
    }

    @Test
    void safeExit_quietIsCancelled_theServerStays() throws Exception {
        var client = SERVER.client().withCrumb();
        var go = SERVER.folder().resolve("go");
        client.create("waits", Project.of(Project.shell("while [ ! -e '%s' ]; do sleep 0.05; done".formatted(go))));
        client.create("short", Project.of(Project.shell("sleep 0.3")));
        int number = client.start("waits", "build");

        assertThat(client.post("safeExit").body()).startsWith("Shutting down as soon as");
        assertThat(client.post("cancelQuietDown").status()).isEqualTo(302);

        Files.createFile(go);
        client.awaitEnd("waits", number);
        client.build("short", "build"); // several looks at whether the server is idle
        assertThat(client.get("api/json").status()).isEqualTo(200);
    }

    @Test
    void quietDown_blockingWhileTheServerRestarts_isAnswered() throws Exception {
        var client = SERVER.client().withCrumb();
        var before = session(client);
        var on = SERVER.folder().resolve("on");
        client.create("long", Project.of(Project.shell("while [ ! -e '%s' ]; do sleep 0.05; done".formatted(on))));
        int number = client.start("long", "build");
        try (var helper = Executors.newSingleThreadExecutor()) {
            var blocking = helper.submit(() -> client.post("quietDown?block=true"));
            SERVER.client().await("api/json?tree=quietingDown", "true");
            assertThat(client.post("restart").status()).isEqualTo(302);

            assertThat(blocking.get().status()).isEqualTo(302);
        }
        awaitAnother(before, "\"quietingDown\":false");
        Files.createFile(on);
        SERVER.client().awaitEnd("long", number);
    }
}
