package hobson.server.wire;

import static hobson.server.wire.Project.shell;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Renaming, deleting, enabling and describing jobs. */
class JobActionsIT {
    @RegisterExtension
    static final WireServer SERVER = WireServer.open();

    private static WireClient client = new WireClient("");

    @BeforeAll
    static void createJobs() throws Exception {
        client = SERVER.client().withCrumb();
        client.create("stays", Project.of());
        client.create("taken", Project.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            newName=taken          | The name “taken” is already in use.
            newName=TAKEN          | is already in use.
            newName=stays          | The new name is the same as the current name.
            newName=%20stays%20    | The new name is the same as the current name.
            newName=               | No name is specified
            other=x                | No name is specified
            newName=..             | “..” is not an allowed name
            newName=a%2Fb          | ‘/’ is an unsafe character
            newName=a.             | A name cannot end with ‘.’
            """)
    void rename_badName_isRefused(String query, String sentence) throws Exception {
        for (var action : new String[] {"confirmRename", "doRename"}) {
            var answer = client.post("job/stays/" + action + "?" + query);

            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.body()).contains(sentence);
            assertThat(client.get("job/stays/").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"confirmRename, Newer%20%C3%BC", "doRename, Newest"})
    void rename_free_takesBuildsAlong(String action, String name) throws Exception {
        client.create("renamed" + action, Project.of(shell("true")));
        client.build("renamed" + action, "build");

        var answer = client.post("job/renamed" + action + "/" + action + "?newName=%20" + name + "%20");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).isEqualTo("/job/" + name);
        assertThat(client.get("job/renamed" + action + "/").status()).isEqualTo(404);
        assertThat(client.console(name, 1)).contains("SUCCESS");
        assertThat(client.build(name, "build")).isEqualTo(2);
        client.create("renamed" + action, Project.of());
    }

    @Test
    void rename_onlyTheCase_isAllowed() throws Exception {
        client.create("small", Project.of());

        assertThat(client.post("job/small/confirmRename?newName=SMALL").location())
                .isEqualTo("/job/SMALL");
        assertThat(client.text("api/json?tree=jobs[name]"))
                .contains("\"name\":\"SMALL\"")
                .doesNotContain("\"small\"");
    }

    @Test
    void rename_whileItBuilds_isRefused() throws Exception {
        client.create("busy", Project.of(shell("exec sleep 600")));
        int number = client.start("busy", "build");

        var answer = client.post("job/busy/confirmRename?newName=idle");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.header("X-Error")).isEqualTo("Unable to rename a job while it is building.");
        client.post("job/busy/" + number + "/stop");
    }

    @Test
    void delete_workspacesOfTheJob_areGoneToo() throws Exception {
        client.create("untidy", Project.of(shell("true")));
        client.create("untidy-too", Project.of(shell("true")));
        client.build("untidy", "build");
        client.build("untidy-too", "build");
        for (var name : new String[] {"untidy@2", "untidy@tmp"}) {
            java.nio.file.Files.createDirectory(SERVER.workspace(name));
        }

        client.post("job/untidy/doDelete");

        assertThat(SERVER.workspace("untidy")).doesNotExist();
        assertThat(SERVER.workspace("untidy@2")).doesNotExist();
        assertThat(SERVER.workspace("untidy@tmp")).doesNotExist();
        assertThat(SERVER.workspace("untidy-too")).exists();
    }

    @ParameterizedTest
    @CsvSource({"POST, doDelete, 302, /", "DELETE, '', 204, ''"})
    void delete_alsoStopsWhatItBuilds(String method, String action, int status, String place) throws Exception {
        var job = "deleted" + method;
        var pid = SERVER.folder().resolve(job);
        client.create(job, Project.of(shell("echo $$ > '" + pid + "'; echo begun; exec sleep 600")));
        client.await("job/" + job + "/" + client.start(job, "build") + "/consoleText", "begun");
        var waiting = client.post("job/" + job + "/build?delay=900sec").item();

        var answer = client.send(method, "job/" + job + "/" + action);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(status == 302 ? answer.location() : "").isEqualTo(place);
        assertThat(client.get("job/" + job + "/").status()).isEqualTo(404);
        assertThat(client.text("queue/api/json")).doesNotContain("\"id\":" + waiting + ",");
        var process = Long.parseLong(java.nio.file.Files.readString(pid).strip());
        assertThat(ProcessHandle.of(process).filter(ProcessHandle::isAlive)).isEmpty();
        client.create(job, Project.of());
        assertThat(client.text("job/" + job + "/api/json?tree=nextBuildNumber,builds[number]"))
                .contains("\"nextBuildNumber\":1", "\"builds\":[]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DELETE | job/stays            | 302
            DELETE | job/nowhere/         | 404
            POST   | job/nowhere/doDelete | 404
            GET    | job/stays/doDelete   | 405
            GET    | job/stays/disable    | 405
            GET    | job/stays/enable     | 405
            GET    | job/stays/confirmRename?newName=x    | 405
            GET    | job/stays/submitDescription?description=x | 405
            POST   | job/stays/description | 400
            POST   | job/stays            | 302
            """)
    void action_wrongMethod_changesNothing(String method, String path, int status) throws Exception {
        var answer = client.send(method, path);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(client.text("job/stays/api/json?tree=color,description"))
                .contains("\"notbuilt\"", "\"description\":null");
    }

    @Test
    void disable_thenEnable_decidesWhetherItBuilds() throws Exception {
        client.create("switched", Project.of("<!-- mine -->", shell("true")));
        var waiting = client.post("job/switched/build?delay=900sec").item();

        for (int again = 0; again < 2; again++) {
            var answer = client.post("job/switched/disable");
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.location()).isEqualTo("/job/switched/");
        }

        assertThat(client.text("job/switched/api/json?tree=buildable,color,inQueue"))
                .contains("\"buildable\":false", "\"color\":\"disabled\"", "\"inQueue\":false");
        assertThat(client.text("queue/item/" + waiting + "/api/json")).contains("\"cancelled\":true");
        assertThat(client.text("job/switched/config.xml")).contains("<disabled>true</disabled>", "<!-- mine -->");
        assertThat(client.post("job/switched/build").status()).isEqualTo(409);
        client.post("job/switched/enable");
        assertThat(client.start("switched", "build")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"description", "submitDescription"})
    void description_isTextInAndOut(String action) throws Exception {
        client.create("told" + action, Project.of());
        var path = "job/told" + action + "/";
        assertThat(client.get(path + "description"))
                .returns("", Answer::body)
                .satisfies(answer ->
                        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=utf-8"));

        var answer = client.form(path + action, "description=" + WireClient.encoded("a <b> & ü€ ]]>\n"));

        assertThat(answer.status()).isEqualTo(action.equals("description") ? 204 : 302);
        assertThat(client.text(path + "description")).isEqualTo("a <b> & ü€ ]]>\n");
        client.form(path + action, "description=");
        assertThat(client.text(path + "description")).isEmpty();
    }
}
