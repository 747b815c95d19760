package hobson.remote.read;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.build.Result;
import hobson.engine.settings.Settings;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Permission;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of jobs are asked for again and again; an answer that was given before must still be true. */
class ListsIT {
    private static final String LIST = "/api/json?tree=jobs[name,url,color]";

    @ParameterizedTest
    @ValueSource(strings = {"jobs[name]", "jobs[name,color]", "jobs[url,displayName]{0,9}", "jobs[_class]{,2}"})
    void isOfSnapshots_namesFromTheSnapshot_isTrue(String tree) {
        assertThat(JobLists.isOfSnapshots(tree)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jobs",
                "jobs[",
                "jobs[]",
                "jobs[name",
                "jobs[name]]",
                "jobs[name],mode",
                "jobs[lastBuild[number]]",
                "jobs[inQueue]",
                "jobs[name,description]",
                "jobs[*]",
                "jobs[name]x",
                "jobs[name]{0,1}x",
                "views[name]",
                "jobs[name,]",
            })
    void isOfSnapshots_anythingElse_isFalse(String tree) {
        assertThat(JobLists.isOfSnapshots(tree)).isFalse();
    }

    @Test
    void list_afterEachChange_isNew(@TempDir Path home) throws Exception {
        try (var server = ReadServer.open(home)) {
            var a = server.job("a");
            assertThat(server.body(LIST)).endsWith(row("a", "notbuilt") + "]}");

            server.built(a, Result.FAILURE);
            assertThat(server.body(LIST)).endsWith(row("a", "red") + "]}");

            var b = server.job("b");
            assertThat(server.body(LIST)).endsWith(row("a", "red") + "," + row("b", "notbuilt") + "]}");

            server.jobs.setDisabled(Caller.SYSTEM, a, true);
            server.relocation.rename(Caller.SYSTEM, b, "c");
            assertThat(server.body(LIST)).endsWith(row("a", "disabled") + "," + row("c", "notbuilt") + "]}");
        }
    }

    @Test
    void list_askedAgain_isTheSame(@TempDir Path home) throws Exception {
        try (var server = ReadServer.open(home)) {
            server.job("a");

            assertThat(server.body(LIST)).isEqualTo(server.body(LIST));
            assertThat(server.body("/api/python?tree=jobs[name]"))
                    .isEqualTo(server.body("/api/python?tree=jobs[name]"));
            assertThat(server.body("/api/xml?tree=jobs[name]")).startsWith("<hudson");
            assertThat(server.body("/view/all/api/json?tree=jobs[name]"))
                    .startsWith("{\"_class\":\"hudson.model.AllView\"");
            assertThat(server.body("/api/json?tree=jobs[name]")).startsWith("{\"_class\":\"hudson.model.Hudson\"");
            assertThat(server.body("/api/json?tree=jobs[name]&pretty=true")).startsWith("{\n");
            assertThat(server.body("/api/json?tree=jobs[name]&jsonp=f")).startsWith("f(");
        }
    }

    @Test
    void list_throughAnotherAddress_hasThatAddress(@TempDir Path home) throws Exception {
        try (var server = ReadServer.open(home)) {
            server.job("a");

            assertThat(server.body(LIST)).contains("\"ROOT/job/a/\"");
            assertThat(server.body(LIST, "X-Forwarded-Host", "front.example", "X-Forwarded-Proto", "https"))
                    .contains("\"https://front.example/job/a/\"");
        }
    }

    @Test
    void list_forSomebodyElse_isTheirs(@TempDir Path home) throws Exception {
        var grants = Map.of(
                "alice", Set.of(Permission.READ, Permission.JOB_READ),
                "eve", Set.of(Permission.READ));
        try (var server = new ReadServer(home, new Authorization.Matrix(grants, Map.of()), Settings.DEFAULT)) {
            server.job("secret");

            assertThat(server.body(LIST, "Caller", "alice")).contains("secret");
            assertThat(server.body(LIST, "Caller", "eve")).doesNotContain("secret");
            assertThat(server.body(LIST, "Caller", "alice")).contains("secret");
        }
    }

    private static String row(String name, String colour) {
        return "{\"_class\":\"hudson.model.FreeStyleProject\",\"name\":\"" + name + "\",\"url\":\"ROOT/job/" + name
                + "/\",\"color\":\"" + colour + "\"}";
    }
}
