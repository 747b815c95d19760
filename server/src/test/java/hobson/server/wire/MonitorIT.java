package hobson.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /health/…} and {@code /metrics}. */
class MonitorIT {
    private static final Pattern LINE = Pattern.compile(
            "# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*\\})? [-+0-9.E]+");

    @RegisterExtension
    static final WireServer SERVER = new WireServer("""
            jenkins:
              quietPeriod: 0
              authorizationStrategy:
                globalMatrix:
                  permissions: ["USER:Overall/Administer:admin", "USER:Overall/Read:reader", "USER:Overall/Read:watcher",
                                "USER:Overall/SystemRead:watcher"]
              securityRealm: {local: {users: [{id: admin, password: admin}, {id: reader, password: reader},
                                          {id: watcher, password: watcher}]}}
            hobson: {crumbs: false}
            """);

    private static WireClient admin = new WireClient("");

    @BeforeAll
    static void build() throws Exception {
        admin = SERVER.client().as("admin", "admin");
        admin.create("fine", Project.of(""));
        admin.build("fine", "build");
        admin.create("bad", Project.of(Project.shell("exit 1")));
        admin.build("bad", "build");
    }

    @ParameterizedTest
    @ValueSource(strings = {"health/live", "health/ready"})
    void health_anonymous_isAWord(String path) throws Exception {
        var answer = SERVER.client().get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("ok\n");
        assertThat(answer.header("X-Jenkins")).isEmpty();
    }

    @Test
    void ready_quietingDown_is503() throws Exception {
        admin.post("quietDown");
        try {
            assertThat(SERVER.client().get("health/ready").status()).isEqualTo(503);
            assertThat(SERVER.client().get("health/live").status()).isEqualTo(200);
        } finally {
            admin.post("cancelQuietDown");
        }
        assertThat(SERVER.client().get("health/ready").status()).isEqualTo(200);
    }

    @Test
    void metrics_administrator_countWhatHappened() throws Exception {
        admin.get("job/fine/api/json");
        admin.get("job/absent/api/json");

        var answer = admin.get("metrics");

        assertThat(answer.header("Content-Type")).startsWith("text/plain; version=0.0.4");
        assertThat(answer.body().lines()).allMatch(line -> LINE.matcher(line).matches());
        assertThat(answer.body())
                .contains("hobson_build_duration_seconds_count{result=\"SUCCESS\"} 1\n")
                .contains("hobson_build_duration_seconds_count{result=\"FAILURE\"} 1\n")
                .contains("hobson_queue_items{state=\"blocked\"} 0\n")
                .contains("hobson_http_requests_total{place=\"job\",status=\"404\"}")
                .contains("hobson_http_request_duration_seconds_bucket{place=\"job\",le=\"+Inf\"}")
                .containsPattern("hobson_store_transactions_total [1-9]")
                .containsPattern("jvm_memory_used_bytes\\{area=\"heap\"} [1-9]");
    }

    @Test
    void metrics_withoutSystemRead_areRefused() throws Exception {
        assertThat(SERVER.client().as("watcher", "watcher").get("metrics").status())
                .isEqualTo(200);
        assertThat(SERVER.client().as("reader", "reader").get("metrics").status())
                .isEqualTo(403);
        assertThat(SERVER.client().get("metrics").status()).isEqualTo(403);
    }
}
