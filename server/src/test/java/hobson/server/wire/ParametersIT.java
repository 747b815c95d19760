package hobson.server.wire;

import static hobson.server.wire.Project.parameter;
import static hobson.server.wire.Project.parameters;
import static hobson.server.wire.Project.shell;
import static hobson.server.wire.Project.string;
import static hobson.server.wire.WireClient.Part.field;
import static hobson.server.wire.WireClient.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of parameter, in every form in which it is sent. */
class ParametersIT {
    @RegisterExtension
    static final WireServer SERVER = WireServer.open();

    private static final String PASSWORD = "open-sesame-4711";
    private static final String DEFAULT_PASSWORD = "default-sesame-42";
    private static final String LATER = "?delay=900sec";
    private static WireClient client = new WireClient("");

    @BeforeAll
    static void createJobs() throws Exception {
        client = SERVER.client().withCrumb();
        client.create("upstream", Project.of());
        client.build("upstream", "build");
        client.create("sent", Project.of(parameters(string("A", "a"), string("B", "b"))));
        client.create(
                "kinds",
                Project.of(
                        parameters(
                                string("LINE", "line"),
                                parameter("String", "TRIMMED", "<trim>true</trim>"),
                                parameter("Text", "TEXT", "<defaultValue>one&#10;two</defaultValue>"),
                                parameter("Boolean", "FLAG", "<defaultValue>true</defaultValue>"),
                                parameter(
                                        "Choice",
                                        "CHOICE",
                                        "<choices><string>dev</string><string>prod</string></choices>"),
                                parameter(
                                        "Password", "SECRET", "<defaultValue>" + DEFAULT_PASSWORD + "</defaultValue>"),
                                parameter("Run", "RUN", "<projectName>upstream</projectName>"),
                                parameter("File", "FILE", "")),
                        shell("""
                                echo "[$LINE][$TRIMMED][$TEXT][$FLAG][$CHOICE][$RUN_JOBNAME:$RUN_NUMBER][$UNDECLARED]"
                                printf %s "$SECRET" | md5sum""")));
    }

    @Test
    void values_everyWayOfSending_meanTheSame() throws Exception {
        var json = "{\"parameter\":[{\"name\":\"A\",\"value\":\"%s\"},{\"name\":\"B\",\"value\":\"b\"}]}";
        var answers = List.of(
                client.post("job/sent/buildWithParameters" + LATER + "&A=1" + encoded("ü€ &")),
                client.form("job/sent/buildWithParameters" + LATER, "A=2" + encoded("ü€ &")),
                client.multipart("job/sent/buildWithParameters" + LATER, field("A", "3ü€ &")),
                client.form("job/sent/build" + LATER, "json=" + encoded(json.formatted("4ü€ &"))),
                client.multipart("job/sent/build" + LATER, field("json", json.formatted("5ü€ &"))),
                client.post("job/sent/build" + LATER + "&json=" + encoded(json.formatted("6ü€ &"))));

        for (int i = 0; i < answers.size(); i++) {
            var answer = answers.get(i);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
            assertThat(client.parameters("queue/item/" + answer.item()))
                    .contains("[{\"name\":\"A\",\"value\":\"" + (i + 1) + "ü€ &\"},{\"name\":\"B\",\"value\":\"b\"}]");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"parameter":{"name":"A","value":"alone"}}     | [{"name":"A","value":"alone"}]
            {"parameter":[{"name":"B","value":"others"}]}  | [{"name":"B","value":"others"}]
            {"parameter":[{"name":"A","value":true}]}      | [{"name":"A","value":"true"}]
            {"parameter":[{"name":"A","value":12}]}        | [{"name":"A","value":"12"}]
            {"parameter":[{"name":"A","value":""}]}        | [{"name":"A","value":""}]
            {"parameter":[{"name":"A","value":"1"},{"name":"A","value":"2"}]} | [{"name":"A","value":"1"},{"name":"A","value":"2"}]
            {"":"","Submit":"Build","Jenkins-Crumb":"x","parameter":[{"name":"B","value":"extra"}]} | [{"name":"B","value":"extra"}]
            """)
    void form_whatIsListed_isTheValues(String json, String values) throws Exception {
        var answer = client.form("job/sent/build" + LATER, "json=" + encoded(json));

        assertThat(client.parameters("queue/item/" + answer.item())).contains("\"parameters\":" + values);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"parameter\":[]}"})
    void form_withoutParameters_buildsWithNone(String json) throws Exception {
        var job = "none" + json.length();
        client.create(job, Project.of(parameters(string("A", "a")), shell("echo [$A]")));

        int number = client.build(job, "build?json=" + encoded(json));

        assertThat(client.console(job, number)).contains("[]").doesNotContain("[a]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                   | [line][][one two][true][dev][upstream:1][]
            LINE=&TEXT=&UNDECLARED=x             | [][][][true][dev][upstream:1][]
            TRIMMED=%20x%09                      | [line][x][one two][true][dev][upstream:1][]
            LINE=%20x%20                         | [ x ][][one two][true][dev][upstream:1][]
            LINE=$(id)%20`id`%20"'               | [$(id) `id` "'][][one two][true][dev][upstream:1][]
            FLAG=TRUE                            | [line][][one two][true][dev][upstream:1][]
            FLAG=yes                             | [line][][one two][false][dev][upstream:1][]
            FLAG=                                | [line][][one two][false][dev][upstream:1][]
            CHOICE=prod                          | [line][][one two][true][prod][upstream:1][]
            RUN=upstream%231                     | [line][][one two][true][dev][upstream:1][]
            TEXT=a%0D%0Ab%0A                     | [line][][a b ][true][dev][upstream:1][]
            """)
    void build_everyKind_hasItsValueOrDefault(String query, String printed) throws Exception {
        var sent = query.replace("$(id)%20`id`%20\"'", encoded("$(id) `id` \"'"));

        int number = client.build("kinds", "buildWithParameters?" + sent);

        assertThat(client.console("kinds", number).replace("\r", "").replace('\n', ' '))
                .contains(" " + printed + " ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CHOICE=test        | Illegal choice for parameter CHOICE: test
            CHOICE=            | Illegal choice for parameter CHOICE
            CHOICE=DEV         | Illegal choice for parameter CHOICE: DEV
            RUN=upstream       | RUN
            RUN=%231           | RUN
            RUN=upstream%23x   | RUN
            FILE=@/etc/passwd  | FILE
            """)
    void build_badValue_isRefusedByName(String query, String sentence) throws Exception {
        var answer = client.post("job/kinds/buildWithParameters" + LATER + "&" + query);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.body()).contains(sentence);
    }

    @Test
    void build_declaredInAnotherSpelling_isUndeclared() throws Exception {
        var answer = client.post("job/sent/buildWithParameters" + LATER + "&a=other&B=spelling");

        assertThat(client.parameters("queue/item/" + answer.item())).contains("{\"name\":\"A\",\"value\":\"a\"}");
    }

    @ParameterizedTest
    @CsvSource({"&SECRET=" + PASSWORD + ", " + PASSWORD, "'', " + DEFAULT_PASSWORD})
    void password_reachesTheBuild_andNobodyElse(String query, String password) throws Exception {
        int number = client.build("kinds", "buildWithParameters?LINE=" + password.length() + query);

        assertThat(client.console("kinds", number)).contains(md5(password));
        var build = "job/kinds/" + number + "/";
        var item = client.text(build + "api/json?tree=queueId").replaceAll("\\D", "");
        for (var place : List.of(
                build,
                build + "api/json?depth=3",
                build + "api/xml?depth=3",
                build + "api/python?depth=3",
                build + "consoleText",
                build + "logText/progressiveHtml",
                "job/kinds/api/json?depth=3",
                "api/json?depth=4",
                "queue/item/" + item + "/api/json?depth=3",
                "job/kinds/")) {
            assertThat(client.get(place).body()).as(place).doesNotContain(password);
        }
        assertThat(SERVER.printed()).doesNotContain(password);
    }

    @Test
    void password_whileItWaits_isNotShown() throws Exception {
        var answer = client.post("job/kinds/buildWithParameters" + LATER + "&SECRET=" + PASSWORD);

        assertThat(client.text("queue/item/" + answer.item() + "/api/json?depth=3"))
                .contains("SECRET", "LINE=line")
                .doesNotContain(PASSWORD, DEFAULT_PASSWORD);
        assertThat(client.text("queue/api/json?depth=3")).doesNotContain(PASSWORD, DEFAULT_PASSWORD);
    }

    private static String md5(String text) throws Exception {
        var digest = java.security.MessageDigest.getInstance("MD5");
        return java.util.HexFormat.of()
                .formatHex(digest.digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
