package hobson.server.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Triggers for programs that have a job's token and nothing else: no login, no crumb. */
class WebhooksIT {
    @RegisterExtension
    static final WireServer SERVER = new WireServer("""
            jenkins:
              quietPeriod: 900
              authorizationStrategy: {loggedInUsersCanDoAnything: {allowAnonymousRead: false}}
              securityRealm: {local: {users: [{id: ann, password: annspassword}]}}
            """);

    private static final String TOKEN = "<authToken>sesame</authToken>";
    private static WireClient ann = new WireClient("");
    private final WireClient stranger = SERVER.client();

    @BeforeAll
    static void createJobs() throws Exception {
        ann = SERVER.client().as("ann", "annspassword").withCrumb();
        ann.create("plain", Project.of(TOKEN));
        ann.create("asks", Project.of(Project.parameters(Project.string("A", "a")), TOKEN));
        ann.create("closed", Project.of());
        ann.create("off", Project.of(TOKEN, "<disabled>true</disabled>"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  | build?job=plain&token=sesame                      | 201
            POST | build?job=plain&token=sesame                      | 303
            POST | buildWithParameters?job=asks&token=sesame&A=1     | 201
            POST | buildWithParameters?job=asks&token=sesame&A=1     | 303
            POST | build?job=plain&token=wrong                       | 403
            POST | build?job=plain                                   | 403
            POST | build?job=closed&token=sesame                     | 404
            POST | build?job=nowhere&token=sesame                    | 404
            POST | build?token=sesame                                | 404
            POST | build?job=a//b&token=sesame                       | 404
            POST | build?job=asks&token=sesame                       | 400
            POST | buildWithParameters?job=plain&token=sesame        | 400
            POST | build?job=off&token=sesame                        | 409
            GET  | polling?job=plain&token=sesame                    | 200
            POST | polling?job=plain&token=wrong                     | 403
            """)
    void buildByToken_decidesByTheToken(String method, String query, int status) throws Exception {
        var answer = stranger.send(method, "buildByToken/" + query);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        if (status == 201 || status == 303) {
            assertThat(answer.header("Location")).matches(SERVER.url() + "queue/item/\\d+/");
        }
    }

    /** No crumb is asked for here: a page elsewhere could send a browser to it. */
    @ParameterizedTest
    @CsvSource({"GET, build", "POST, build", "GET, polling"})
    void buildByToken_ofWhoMayBuild_isRefusedWithoutTheToken(String method, String action) throws Exception {
        var browser = SERVER.client();
        var login = browser.form("j_spring_security_check", "j_username=ann&j_password=annspassword");
        assertThat(browser.get("whoAmI/api/json").body()).as(login.toString()).contains("\"name\":\"ann\"");

        assertThat(browser.send(method, "buildByToken/" + action + "?job=plain").status())
                .isEqualTo(403);
    }

    @Test
    void buildByToken_cause_isTheRemoteHost() throws Exception {
        ann.create("noted", Project.of(TOKEN));

        var item = stranger.get("buildByToken/build?job=noted&token=sesame&cause=a%20push")
                .item();

        assertThat(ann.text("queue/item/" + item + "/api/json?tree=actions[causes[shortDescription]]"))
                .contains("Started by remote host 127.0.0.1 with note: a push");
    }

    private static String webhook(String elements) {
        return "<triggers><org.jenkinsci.plugins.gwt.GenericTrigger plugin=\"generic-webhook-trigger@1.86.2\"><spec></spec>"
                + elements + "</org.jenkinsci.plugins.gwt.GenericTrigger></triggers>";
    }

    private static String variable(String key, String path) {
        return "<org.jenkinsci.plugins.gwt.GenericVariable><expressionType>JSONPath</expressionType><key>" + key
                + "</key><value>" + path
                + "</value><regexpFilter></regexpFilter><defaultValue>none</defaultValue></org.jenkinsci.plugins.gwt.GenericVariable>";
    }

    @Test
    void invoke_withToken_triggersItsJobsWithWhatWasSent() throws Exception {
        ann.create(
                "hooked",
                Project.of(
                        Project.parameters(Project.string("ref", ""), Project.string("user", "nobody")),
                        webhook("<genericVariables>" + variable("ref", "$.push.ref")
                                + variable("files", "$.commits[*].file")
                                + variable("absent", "$.absent") + "</genericVariables><genericHeaderVariables>"
                                + "<org.jenkinsci.plugins.gwt.GenericHeaderVariable><key>X-Event</key><regexpFilter>[^a-z]</regexpFilter>"
                                + "</org.jenkinsci.plugins.gwt.GenericHeaderVariable></genericHeaderVariables>"
                                + "<regexpFilterText>$ref $x_event</regexpFilterText><regexpFilterExpression>^main push$</regexpFilterExpression>"
                                + "<token>hook-token</token><causeString>Pushed to $ref</causeString>")));
        var body = "{\"push\":{\"ref\":\"main\"},\"commits\":[{\"file\":\"a\"},{\"file\":\"b\"}]}";

        var answer = stranger.send(
                "POST",
                "generic-webhook-trigger/invoke?token=hook-token",
                java.net.http.HttpRequest.BodyPublishers.ofString(body),
                "Content-Type",
                "application/json",
                "X-Event",
                "push!1");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.body())
                .matches(
                        "\\{\"jobs\":\\{\"hooked\":\\{\"regexpFilterExpression\":\"\\^main push\\$\",\"regexpFilterText\":\"main push\","
                                + "\"resolvedVariables\":\\{.*},\"triggered\":true,\"id\":\\d+,\"url\":\"queue/item/\\d+/\"}},"
                                + "\"message\":\"Triggered jobs.\"}")
                .contains(
                        "\"ref\":\"main\"",
                        "\"files_0\":\"a\"",
                        "\"files_1\":\"b\"",
                        "\"absent\":\"none\"",
                        "\"x_event\":\"push\"");
        var item = answer.body().replaceAll(".*\"id\":(\\d+).*", "$1");
        assertThat(ann.text("queue/item/" + item + "/api/json"))
                .contains(
                        "\"_class\":\"org.jenkinsci.plugins.gwt.GenericCause\",\"shortDescription\":\"Pushed to main\"",
                        "\"params\":\"\\u000aref=main\\u000auser=nobody\"");

        var other = stranger.post(
                "generic-webhook-trigger/invoke?token=hook-token", "application/json", "{}".getBytes(UTF_8));
        assertThat(other.body()).contains("\"triggered\":false,\"id\":0,\"url\":\"\"");
    }

    @ParameterizedTest
    @CsvSource({"token, elsewhere", "Authorization, Bearer elsewhere", "X-Gitlab-Token, elsewhere"})
    void invoke_tokenInAHeader_isAsGood(String header, String value) throws Exception {
        var job = "elsewhere-" + header;
        ann.create(job, Project.of(webhook("<token>elsewhere</token>")));

        assertThat(stranger.post("generic-webhook-trigger/invoke", header, value)
                        .body())
                .contains("\"" + job + "\"");
    }

    @Test
    void invoke_withoutToken_reachesJobsWithoutForThoseWhoMayBuild() throws Exception {
        ann.create("tokenless", Project.of(webhook("")));

        assertThat(stranger.post("generic-webhook-trigger/invoke"))
                .returns(404, Answer::status)
                .returns(
                        "{\"jobs\":null,\"message\":\"Did not find any jobs with GenericTrigger configured!\\nNo token was supplied.\\n\"}",
                        Answer::body);
        assertThat(SERVER.client()
                        .as("ann", "annspassword")
                        .post("generic-webhook-trigger/invoke")
                        .body())
                .contains("\"tokenless\":{");
    }

    @Test
    void invoke_unknownToken_isNotFound() throws Exception {
        assertThat(stranger.get("generic-webhook-trigger/invoke?token=wrong"))
                .returns(404, Answer::status)
                .returns(
                        "{\"jobs\":null,\"message\":\"Did not find any jobs with GenericTrigger configured!\\nA token was supplied.\\n\"}",
                        Answer::body);
    }

    @Test
    void invoke_xml_isLookedThroughByXPath() throws Exception {
        var variable = variable("ref", "/push/@ref").replace("JSONPath", "XPath");
        ann.create(
                "xml",
                Project.of(webhook("<genericVariables>" + variable + "</genericVariables><token>xml-token</token>")));

        var answer = stranger.post(
                "generic-webhook-trigger/invoke?token=xml-token",
                "application/xml",
                "<push ref='main'/>".getBytes(UTF_8));

        assertThat(answer.body()).contains("\"ref\":\"main\"", "\"triggered\":true");
    }

    @Test
    void invoke_expressionThatNobodyCanAnswer_isAnErrorOfThatJobAlone() throws Exception {
        var condition = variable("ref", "$.changes[?(@.type == 'ADD')]");
        ann.create(
                "conditional",
                Project.of(webhook("<genericVariables>" + condition + "</genericVariables><token>both-token</token>")));
        ann.create("unconditional", Project.of(webhook("<token>both-token</token>")));

        var answer = stranger.post(
                "generic-webhook-trigger/invoke?token=both-token", "application/json", "{}".getBytes(UTF_8));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body())
                .contains("\"conditional\":\"the JSONPath '$.changes[?(@.type == 'ADD')]' cannot be answered here")
                .contains("\"unconditional\":{", "\"triggered\":true");
    }
}
