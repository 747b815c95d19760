package hobson.remote.read;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.build.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How objects are reached, and what they say their address is (remote-api.md §1, §7). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AddressesIT {
    private ReadServer server;

    @BeforeAll
    void start(@TempDir Path home) throws Exception {
        server = ReadServer.open(home);
        var job = server.job("my job");
        server.built(job, Result.SUCCESS);
        server.built(job, Result.FAILURE);
        server.built(job, Result.UNSTABLE);
        server.built(job, Result.ABORTED);
        server.job("other", "description=<b>&", "triggers=my job");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "job/my%20job, job/my%20job/",
        "job/MY%20JOB, job/MY%20JOB/",
        "item/my%20job, item/my%20job/",
        "view/all/job/my%20job, view/all/job/my%20job/",
        "static/abc/job/my%20job, job/my%20job/",
    })
    void job_visited_saysTheAddressThatWasAskedFor(String path, String address) throws Exception {
        assertThat(server.body("/" + path + "/api/json?tree=name,url,lastBuild[url],builds[url]{0,1}"))
                .isEqualTo("{\"_class\":\"hudson.model.FreeStyleProject\",\"name\":\"my job\",\"url\":\"ROOT/" + address
                        + "\",\"builds\":[{\"_class\":\"hudson.model.FreeStyleBuild\",\"url\":\"ROOT/" + address
                        + "4/\"}],\"lastBuild\":{\"_class\":\"hudson.model.FreeStyleBuild\",\"url\":\"ROOT/" + address
                        + "4/\"}}");
    }

    @Test
    void job_mentioned_saysItsOwnAddress() throws Exception {
        assertThat(server.body("/view/all/job/other/api/json?tree=downstreamProjects[url]"))
                .contains("\"url\":\"ROOT/job/my%20job/\"");
    }

    @ParameterizedTest
    @CsvSource({
        "lastBuild, 4",
        "firstBuild, 1",
        "lastCompletedBuild, 4",
        "lastSuccessfulBuild, 3",
        "lastStableBuild, 1",
        "lastUnstableBuild, 3",
        "lastFailedBuild, 2",
        "lastUnsuccessfulBuild, 4",
        "2, 2",
        "02, 2",
        "%2B2, 2",
    })
    void build_byWhateverName_saysItsNumberedAddress(String token, int number) throws Exception {
        assertThat(server.body("/job/my%20job/" + token + "/api/json?tree=number,url"))
                .isEqualTo("{\"_class\":\"hudson.model.FreeStyleBuild\",\"number\":" + number
                        + ",\"url\":\"ROOT/job/my%20job/" + number + "/\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/job/nosuch/api/json",
                "/job/my%20job/99/api/json",
                "/job/my%20job/-1/api/json",
                "/job/my%20job/0/api/json",
                "/job/other/lastBuild/api/json",
                "/job/my%20job/nosuch",
                "/view/nosuch/api/json",
                "/view/nosuch/job/other/api/json",
                "/computer/nosuch/api/xml",
                "/computer/(built-in)/oneOffExecutors/0/api/json",
                "/computer/(built-in)/executors/7/api/json",
                "/queue/item/77/api/json",
                "/queue/item/",
                "/queue/item/1/",
                "/fingerprint/0/api/json",
                "/api/foo",
                "/api/XML",
                "/job/my%20job/changes/api/json",
                "/getItem/other/api/json",
                "/job/",
                "/job",
                "/job/other/cc.xml",
                "/label/built-in/rssAll",
                "/job/other/rssLatest",
            })
    void nothing_anywhere_is404(String path) throws Exception {
        assertThat(server.get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(built-in)", "(master)", "Built-In%20Node", "master"})
    void builtInNode_underEveryNameThatClientsUse_isFound(String name) throws Exception {
        assertThat(server.body("/computer/" + name + "/api/json?tree=displayName"))
                .contains("\"displayName\":\"Built-In Node\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/api, /api/",
        "/job/other, /job/other/",
        "/job/other/api?a=b, /job/other/api/?a=b",
        "/job/my%20job/lastBuild, /job/my%20job/lastBuild/",
        "/computer/(built-in), /computer/(built-in)/",
        "/queue, /queue/",
        "/cc.xml, /cc.xml/",
        "/search/?q=OTHER, /job/other/",
    })
    void object_withoutSlash_redirects(String path, String location) throws Exception {
        var answer = server.get(path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains(server.base() + location);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/job/nosuch", "/view/nosuch", "/job/other/lastBuild", "/computer/nosuch"})
    void absentObject_withoutSlash_is404(String path) throws Exception {
        assertThat(server.get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS", "POST"})
    void api_anyMethod_isTheSame(String method) throws Exception {
        var answer = server.send(method, "/api/json/ignored/too?tree=mode");

        assertThat(answer.body()).isEqualTo("{\"_class\":\"hudson.model.Hudson\",\"mode\":\"NORMAL\"}");
    }

    @Test
    void api_answer_hasTheHeadersOfTheApi() throws Exception {
        var headers = server.get("/api/xml?depth=1").headers();

        assertThat(headers.firstValue("Content-Type")).contains("application/xml;charset=UTF-8");
        assertThat(headers.firstValue("X-Jenkins")).contains("2.462");
        assertThat(headers.firstValue("X-Jenkins-Session")).contains("0a1b2c3d");
        assertThat(headers.firstValue("X-Frame-Options")).contains("deny");
    }

    @Test
    void api_jsonpWithoutSecurity_isAllowed() throws Exception {
        assertThat(server.body("/api/json?jsonp=cb&tree=mode"))
                .isEqualTo("cb({\"_class\":\"hudson.model.Hudson\",\"mode\":\"NORMAL\"})");
    }

    @ParameterizedTest
    @ValueSource(strings = {"depth=abc", "depth=", "tree=", "tree=jobs["})
    void api_badQuery_is400(String query) throws Exception {
        assertThat(server.get("/api/json?" + query).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/view/all/",
                "/job/other/",
                "/job/my%20job/",
                "/job/my%20job/2/",
                "/computer/",
                "/computer/(built-in)/",
                "/queue/",
                "/api/",
                "/job/other/api/",
                "/search/?q=o",
            })
    void page_anyObject_isHtmlWithoutForeignMarkup(String path) throws Exception {
        var answer = server.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(answer.body()).contains("<h1>").doesNotContain("<b>");
    }

    @Test
    void strayAddress_belowABuild_isASmallPage() throws Exception {
        var answer = server.get("/job/my%20job/1/nosuch");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Not found", "http-equiv=\"refresh\"");
    }

    @Test
    void facts_ofABuild_arePlainText() throws Exception {
        assertThat(server.body("/job/my%20job/lastBuild/buildNumber")).isEqualTo("4");
        assertThat(server.body("/job/my%20job/1/buildTimestamp?format=yyyy")).isEqualTo("2026");
        assertThat(server.get("/job/my%20job/1/buildTimestamp?format=QQQ").statusCode())
                .isEqualTo(400);
        assertThat(server.get("/job/my%20job/1/buildNumber").headers().firstValue("Content-Type"))
                .contains("text/plain;charset=US-ASCII");
    }

    @ParameterizedTest
    @CsvSource({
        "free, '<div/>'",
        "OTHER, '<div class=\"error\">A job already exists with the name ‘OTHER’</div>'",
        "a%3Cb, '<div class=\"error\">‘&lt;’ is an unsafe character</div>'",
    })
    void checkJobName_name_isFreeOrTheReasonIsSaid(String name, String answer) throws Exception {
        assertThat(server.body("/checkJobName?value=" + name)).isEqualTo(answer);
    }

    @Test
    void suggest_part_findsJobs() throws Exception {
        assertThat(server.body("/search/suggest?query=O"))
                .isEqualTo("{\"_class\":\"hudson.search.Search$Result\",\"suggestions\":"
                        + "[{\"name\":\"other\"},{\"name\":\"my job\"}]}");
        assertThat(server.body("/search/suggestOpenSearch?q=oth")).isEqualTo("[\"oth\",[\"other\"]]");
        assertThat(server.get("/search/?q=zzz").statusCode()).isEqualTo(404);
    }

    @Test
    void itemCategories_anyView_nameTheFreestyleJob() throws Exception {
        assertThat(server.body("/view/all/itemCategories?depth=3")).contains("hudson.model.FreeStyleProject");
    }

    @Test
    void ranges_ofBuilds_areCutOff() throws Exception {
        assertThat(server.body("/job/my%20job/api/json?tree=allBuilds[number]{1,3}"))
                .endsWith("\"allBuilds\":[{\"_class\":\"hudson.model.FreeStyleBuild\",\"number\":3},"
                        + "{\"_class\":\"hudson.model.FreeStyleBuild\",\"number\":2}]}");
        assertThat(server.body("/job/my%20job/api/json?tree=builds[number]{9,}"))
                .endsWith("\"builds\":[]}");
    }
}
