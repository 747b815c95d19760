package hobson.remote.read;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.build.Result;
import hobson.engine.item.Job;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a part of a long history costs: the records that are shown, read some dozens at a time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesOfBuildsIT {
    private static final int BUILDS = 300;

    private ReadServer server;
    private Job job;

    @BeforeAll
    void build(@TempDir Path home) throws Exception {
        server = ReadServer.open(home);
        job = server.job("long");
        for (int i = 0; i < BUILDS; i++) {
            server.built(job, i % 3 == 0 ? Result.FAILURE : Result.SUCCESS);
        }
    }

    @AfterAll
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/job/long/api/json?tree=allBuilds[number,result,timestamp]          | 0 | 0",
                "/job/long/api/json?tree=allBuilds[number,queueId]{0,20}             | 1 | 20",
                "/job/long/api/json?tree=allBuilds[number,queueId]{200,220}          | 1 | 20",
                "/job/long/api/json?tree=allBuilds[number,queueId]{200}              | 1 | 1",
                "/job/long/api/json?tree=builds[number,queueId]                      | 4 | 100",
                "/job/long/api/json?tree=allBuilds[number,queueId]                   | 10 | 300",
                "/job/long/api/json                                                  | 0 | 0",
                "/job/long/rssAll                                                    | 10 | 300",
                "/job/long/rssFailed                                                 | 4 | 100"
            })
    void read_somePart_readsItsRecordsTogether(String path, int reads, int records) throws Exception {
        server.builds.forget(job.id());
        server.store.reset();

        server.body(path);

        assertThat(server.store.records()).hasValue(records);
        assertThat(server.store.reads()).hasValue(reads);
    }

    @Test
    void read_again_readsNothing() throws Exception {
        server.body("/job/long/api/json?tree=allBuilds[number,queueId]{40,60}");
        server.store.reset();

        server.body("/job/long/api/json?tree=allBuilds[number,queueId]{40,60}");

        assertThat(server.store.reads()).hasValue(0);
    }
}
