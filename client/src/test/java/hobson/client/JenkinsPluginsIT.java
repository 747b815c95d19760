package hobson.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only plug-ins of Jenkins have, as they answer it. */
class JenkinsPluginsIT {
    private ScriptedServer server;
    private Hobson hobson;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.start();
        hobson = Hobson.connect(server.url()).token("alice", "11aa").retries(0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ScriptedServer.Asked last() {
        var asked = server.asked();
        return asked.get(asked.size() - 1);
    }

    private void on(String line, String json) {
        server.on(line, ScriptedServer.Reply.json(json));
    }

    @Test
    void promotions_ofAJob_areReadAndChanged() {
        var promotions = hobson.promotions(ItemPath.of("team/app"));
        var place = "/job/team/job/app/promotion/";
        on("GET " + place + "api/json", "{\"processes\":[{\"name\":\"gold\"}]}");
        on("GET " + place + "process/gold/api/json", "{\"name\":\"gold\"}");
        on("GET " + place + "process/gold/config.xml", "<p/>");
        on("POST " + place + "createProcess", "");
        on("POST " + place + "process/gold/config.xml", "");
        on("POST " + place + "process/gold/doDelete", "");

        assertThat(promotions.names()).containsExactly("gold");
        assertThat(promotions.exists("gold")).isTrue();
        assertThat(promotions.exists("silver")).isFalse();
        assertThat(promotions.config("gold").text()).isEqualTo("<p/>");
        promotions.create("gold", "<q/>");
        assertThat(last().line()).isEqualTo("POST " + place + "createProcess?name=gold");
        assertThat(last().body()).isEqualTo("<q/>");
        promotions.update("gold", "<r/>");
        assertThat(last().body()).isEqualTo("<r/>");
        promotions.delete("gold");
        assertThat(last().line()).endsWith("doDelete");
    }

    @Test
    void lockableResources_takenByAnother_areNotReserved() {
        on("GET /lockable-resources/api/json", """
                {"resources":[{"name":"board","labelsAsList":["arm"],"free":false,"reservedBy":"bob"},
                {"name":"desk","labelsAsList":[],"free":true,"reservedBy":null}]}""");
        server.on(
                "POST /lockable-resources/reserve",
                ScriptedServer.Reply.answer(423, ""),
                ScriptedServer.Reply.answer(200, ""));
        on("POST /lockable-resources/unreserve", "");
        var resources = hobson.lockableResources();

        assertThat(resources.list())
                .containsExactly(
                        new LockableResources.Lockable("board", List.of("arm"), false, Optional.of("bob")),
                        new LockableResources.Lockable("desk", List.of(), true, Optional.empty()));
        assertThat(resources.reserve("board")).isFalse();
        assertThat(resources.reserve("desk")).isTrue();
        assertThat(last().body()).isEqualTo("resource=desk");
        resources.unreserve("desk");
        assertThat(last().line()).isEqualTo("POST /lockable-resources/unreserve");
    }

    @Test
    void configurationAsCode_document_isCheckedAndApplied() {
        on("POST /configuration-as-code/check", "[]");
        server.on(
                "POST /configuration-as-code/apply",
                ScriptedServer.Reply.answer(200, ""),
                ScriptedServer.Reply.answer(400, "no such attribute: jenkin", "Content-Type", "text/plain"));
        var configuration = hobson.server().configurationAsCode();

        assertThat(configuration.check("jenkins: {numExecutors: 2}")).isEqualTo("[]");
        assertThat(last().body()).isEqualTo("jenkins: {numExecutors: 2}");
        configuration.apply("jenkins: {numExecutors: 3}");
        assertThat(last().body()).isEqualTo("jenkins: {numExecutors: 3}");
        assertThatThrownBy(() -> configuration.apply("jenkin: {}"))
                .isInstanceOf(HobsonException.BadRequest.class)
                .hasMessageContaining("no such attribute");
    }

    @Test
    void script_ofAServerOrNode_printsItsOutput() {
        server.on("POST /scriptText", ScriptedServer.Reply.answer(200, "hi\n", "Content-Type", "text/plain"));
        server.on(
                "POST /computer/agent/scriptText",
                ScriptedServer.Reply.answer(200, "ho\n", "Content-Type", "text/plain"));

        assertThat(hobson.server().script("println('hi')")).isEqualTo("hi\n");
        assertThat(last().body()).isEqualTo("script=println%28%27hi%27%29");
        assertThat(hobson.node("agent").script("println('ho')")).isEqualTo("ho\n");
    }

    @Test
    void raw_runsOfAPipeline_areJson() {
        on("GET /job/app/wfapi/runs", "[{\"id\":\"3\",\"stages\":[{\"name\":\"Build\"}]}]");

        var runs = hobson.raw().json("job/app/wfapi/runs").items();

        assertThat(runs).singleElement().satisfies(run -> {
            assertThat(run.text("id")).isEqualTo("3");
            assertThat(run.each("stages").map(stage -> stage.text("name"))).containsExactly("Build");
        });
    }

    @Test
    void createUser_formIsShownAgain_saysWhy() {
        var form =
                "<html><title>Sign up</title><div class=\"jenkins-form error\">User name is already taken</div></html>";
        server.on(
                "POST /securityRealm/createAccountByAdmin",
                ScriptedServer.Reply.answer(200, form, "Content-Type", "text/html"),
                ScriptedServer.Reply.answer(
                        200, form.replace("already taken", "invalid"), "Content-Type", "text/html"));

        assertThatThrownBy(() -> hobson.users().create("zoe", "pw", "Zoë", "z@example.com"))
                .isInstanceOf(HobsonException.Conflict.class)
                .hasMessageEndingWith("User name is already taken");
        assertThatThrownBy(() -> hobson.users().create("a b", "pw", "Zoë", "z@example.com"))
                .isInstanceOf(HobsonException.BadRequest.class);
    }

    @Test
    void createNode_documentOnAnOlderJenkins_isMadeAndConfigured() {
        server.on("POST /computer/createItem", ScriptedServer.Reply.answer(400, "", "X-Error", "No mode given"));
        on("GET /api/json", "{}");
        on("POST /computer/doCreateItem", "");
        server.on(
                "POST /computer/agent/config.xml",
                ScriptedServer.Reply.answer(200, ""),
                ScriptedServer.Reply.answer(500, "no such class"));
        on("POST /computer/agent/doDelete", "");

        hobson.nodes().create("agent", "<slave><name>agent</name></slave>");
        assertThat(last().body()).isEqualTo("<slave><name>agent</name></slave>");

        assertThatThrownBy(() -> hobson.nodes().create("agent", "<nonsense/>"))
                .isInstanceOf(HobsonException.ServerFailure.class);
        assertThat(last().line()).isEqualTo("POST /computer/agent/doDelete");
    }

    @Test
    void awaitReady_serverThatStarts_isWaitedForInAllItsStates() {
        var page = "<html><body><h1>Please wait while Jenkins is getting ready to work ...</h1></body></html>";
        server.on(
                "GET /api/json",
                ScriptedServer.Reply.reset(),
                ScriptedServer.Reply.answer(502, "bad gateway"),
                ScriptedServer.Reply.answer(404, "not deployed"),
                ScriptedServer.Reply.answer(503, page, "Content-Type", "text/html"),
                ScriptedServer.Reply.answer(200, page, "Content-Type", "text/html"),
                ScriptedServer.Reply.json("{\"mode\":\"NORMAL\"}"));

        hobson.server().awaitReady(Duration.ofMinutes(1));

        assertThat(server.asked()).hasSize(6);
    }
}
