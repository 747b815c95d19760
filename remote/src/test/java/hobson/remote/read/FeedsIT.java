package hobson.remote.read;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.build.BuildId;
import hobson.engine.build.Result;
import hobson.engine.event.Change;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Feeds as recorded (remote-api.md §9.1). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedsIT {
    private static final String TIME = "2026-01-05T08:00:00Z";

    private ReadServer server;

    @BeforeAll
    void start(@TempDir Path home) throws Exception {
        server = ReadServer.open(home);
        var ok = server.job("ok");
        server.built(ok, Result.SUCCESS);
        server.builds.update(
                new BuildId(ok.id(), 1),
                build -> build.withDisplayName("My Build").withDescription("via <config> & more"),
                Change.bySystem(ReadServer.NOW));
        var up = server.job("up and down");
        for (var result : new Result[] {
            Result.FAILURE,
            Result.FAILURE,
            Result.ABORTED,
            Result.FAILURE,
            Result.SUCCESS,
            Result.UNSTABLE,
            Result.FAILURE,
            Result.NOT_BUILT
        }) {
            server.built(up, result);
        }
        server.started(up);
        server.job("new");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void job_atom_isAsRecorded() throws Exception {
        assertThat(server.body("/job/ok/rssAll")).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                   \s
                    <feed xmlns="http://www.w3.org/2005/Atom"><title>Jenkins:ok (all builds)</title>\
                <link rel="alternate" type="text/html" href="ROOT/job/ok/"></link><updated>TIME</updated>\
                <author><name>Jenkins Server</name></author><id>urn:uuid:903deee0-7bfa-11db-9fe1-0800200c9a66</id>\
                <entry><title>ok My Build (stable)</title>\
                <link rel="alternate" type="text/html" href="ROOT/job/ok/1/"></link>\
                <id>tag:hudson.dev.java.net,2026:ok:1</id><published>TIME</published><updated>TIME</updated>\
                <content>via &lt;config> &amp; more</content></entry></feed>""".replace("TIME", TIME));
    }

    @Test
    void job_rss_isAsRecorded() throws Exception {
        var answer = server.get("/job/ok/rssAll?flavor=rss20");

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/xml;charset=utf-8");
        assertThat(answer.body().replace(server.base(), "ROOT").replaceAll("<pubDate>[^<]*</pubDate>", "DATE"))
                .isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                   \s
                    <rss version="2.0"><channel><title>Jenkins:ok (all builds)</title><link>ROOT/job/ok/</link>\
                <description>Jenkins:ok (all builds)</description><item><title>ok My Build (stable)</title>\
                <link>ROOT/job/ok/1/</link><guid isPermaLink="false">tag:hudson.dev.java.net,2026:ok:1</guid>DATE\
                <author>address not configured yet &lt;nobody@nowhere></author>\
                <description>via &lt;config> &amp; more</description></item></channel></rss>""");
    }

    @Test
    void job_statuses_compareWithTheBuildsBefore() throws Exception {
        assertThat(titles("/job/up%20and%20down/rssAll"))
                .containsExactly(
                        "up and down #8 (not built)",
                        "up and down #7 (broken since this build)",
                        "up and down #6 (unstable)",
                        "up and down #5 (back to normal)",
                        "up and down #4 (broken since build #4)",
                        "up and down #3 (aborted)",
                        "up and down #2 (broken for a long time)",
                        "up and down #1 (broken since this build)");
    }

    @Test
    void failed_ofAView_leavesSuccessOut() throws Exception {
        assertThat(titles("/view/all/rssFailed"))
                .hasSize(7)
                .noneMatch(title -> title.contains("#5") || title.contains("My Build"));
    }

    @Test
    void latest_ofTheRoot_hasRunningBuildsAndIdsByJob() throws Exception {
        assertThat(titles("/rssLatest")).containsExactly("ok My Build (stable)", "up and down #9 (?)");
        assertThat(server.body("/rssLatest"))
                .contains(
                        "<title>Jenkins:All (latest builds)</title><link rel=\"alternate\" type=\"text/html\" href=\"ROOT/\"></link>")
                .contains("<id>tag:hudson.dev.java.net,2008:ROOT/job/up%20and%20down/</id>");
    }

    @Test
    void feed_withoutEntries_hasTheOldestDate() throws Exception {
        assertThat(server.body("/job/new/rssAll"))
                .contains("<updated>2001-01-01T00:00:00Z</updated>")
                .doesNotContain("<entry>");
        assertThat(titles("/job/ok/rssChangelog")).isEmpty();
        assertThat(titles("/computer/(built-in)/rssAll"))
                .as("what runs included")
                .hasSize(10);
    }

    @Test
    void feed_unknownFlavour_is400() throws Exception {
        assertThat(server.get("/rssAll?flavor=rss91").statusCode()).isEqualTo(400);
    }

    @Test
    void lights_jobs_showTheirLastResult() throws Exception {
        assertThat(server.body("/view/all/cc.xml/")).isEqualTo("""
                <Projects><Project activity="Sleeping" lastBuildStatus="Success" lastBuildLabel="1" webUrl="ROOT/job/ok/" \
                name="ok" lastBuildTime="TIME"></Project><Project activity="Building" lastBuildStatus="Unknown" \
                lastBuildLabel="8" webUrl="ROOT/job/up%20and%20down/" name="up and down" lastBuildTime="TIME">\
                </Project></Projects>""".replace("TIME", TIME));
        assertThat(server.get("/cc.xml/api/json").statusCode()).isEqualTo(404);
    }

    /** Of the entries. */
    private java.util.List<String> titles(String path) throws Exception {
        return Pattern.compile("<entry><title>([^<]*)</title>")
                .matcher(server.body(path))
                .results()
                .map(m -> m.group(1))
                .toList();
    }
}
