package hobson.server.wire;

import static hobson.server.wire.Project.parameters;
import static hobson.server.wire.Project.shell;
import static hobson.server.wire.Project.string;
import static hobson.server.wire.WireClient.XML;
import static hobson.server.wire.WireClient.encoded;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code createItem}: names, kinds and copies. */
class CreateJobIT {
    @RegisterExtension
    static final WireServer SERVER = WireServer.open();

    private static final byte[] EMPTY = "<project/>".getBytes(UTF_8);
    private static WireClient client = new WireClient("");

    @BeforeAll
    static void createJobs() throws Exception {
        client = SERVER.client().withCrumb();
        client.create("first", Project.of("<description>one</description>", parameters(string("A", "a"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name=                  | No name is specified
            name=%20%09            | No name is specified
            name=.                 | “.” is not an allowed name
            name=..                | “..” is not an allowed name
            name=a.                | A name cannot end with ‘.’
            name=a%0Ab             | No control code is allowed: a\\u10;b
            name=a%7Fb             | No control code is allowed: a\\u127;b
            name=a%3Fb             | ‘?’ is an unsafe character
            name=*                 | ‘*’ is an unsafe character
            name=..%2F..%2Fevil    | ‘/’ is an unsafe character
            name=a%5Cb             | ‘\\’ is an unsafe character
            name=100%25            | ‘%’ is an unsafe character
            name=a!                | ‘!’ is an unsafe character
            name=a%40b             | ‘@’ is an unsafe character
            name=%23               | ‘#’ is an unsafe character
            name=%24a              | ‘$’ is an unsafe character
            name=%5E               | ‘^’ is an unsafe character
            name=a%26b             | ‘&’ is an unsafe character
            name=a%7Cb             | '‘|’ is an unsafe character'
            name=%3Ca              | ‘<’ is an unsafe character
            name=%3E               | ‘>’ is an unsafe character
            name=%5B               | ‘[’ is an unsafe character
            name=%5D               | ‘]’ is an unsafe character
            name=a%3Ab             | ‘:’ is an unsafe character
            name=a%3Bb             | ‘;’ is an unsafe character
            name=first             | A job already exists with the name ‘first’
            name=FIRST             | A job already exists with the name
            name=%20first%20       | A job already exists with the name ‘first’
            nam=a                  | Query parameter 'name' is required
            """)
    void createItem_badName_isRefusedInOneSentence(String query, String sentence) throws Exception {
        var answer = client.post("createItem?" + query, XML, EMPTY);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(unescaped(answer.body())).contains(sentence);
        // outside Latin-1 nothing fits into a header: a blank takes its place, and clients strip those at the ends
        assertThat(answer.header("X-Error"))
                .startsWith(sentence.replaceAll("[‘’“”]", " ").strip());
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Größe ☃ 日本語 😀", "a+b", "a b", "~", "-", ".hidden", "a'b\"c", "(x){y}=,", "con"})
    void createItem_unusualName_isFoundAndBuilds(String name) throws Exception {
        client.create(" " + name + " ", Project.of(shell("pwd")));
        var segment = encoded(name).replace("+", "%20");

        assertThat(client.text("job/" + segment + "/config.xml")).contains("<command>");
        assertThat(client.console(segment, client.build(segment, "build"))).contains("/" + name + "\n", "SUCCESS");
    }

    /** What is accepted can be built: its workspace is a folder of that name. */
    @ParameterizedTest
    @CsvSource({"x, 247, 200", "x, 248, 400", "☃, 82, 200", "☃, 83, 400", "☃, 255, 400"})
    void createItem_longName_isRefusedOrBuilds(String character, int length, int expected) throws Exception {
        var name = character.repeat(length);

        var answer = client.post(
                "createItem?name=" + encoded(name),
                XML,
                Project.of(shell("pwd")).getBytes(UTF_8));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(expected);
        if (expected == 200) {
            var segment = encoded(name);
            assertThat(client.console(segment, client.build(segment, "build"))).contains("SUCCESS");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name=byMode1&mode=hudson.model.FreeStyleProject | 302 | /job/byMode1/configure
            name=b&mode=                             | 400 | No mode given
            name=b                                   | 400 | No mode given
            name=b&mode=com.example.Nope             | 400 | No item type ‘com.example.Nope’ is known
            name=first&mode=com.example.Nope         | 400 | A job already exists with the name ‘first’
            name=copied1&mode=copy&from=first        | 302 | /job/copied1/configure
            name=copied2&mode=copy&from=/first       | 302 | /job/copied2/configure
            name=c&mode=copy&from=                   | 400 | Specify which job to copy
            name=c&mode=copy                         | 400 | Specify which job to copy
            name=c&mode=copy&from=nowhere            | 400 | No such job: nowhere
            name=first&mode=copy&from=first          | 400 | A job already exists with the name ‘first’
            mode=copy&from=first                     | 400 | Query parameter 'name' is required
            """)
    void createItem_byForm_makesWhatWasAskedFor(String fields, int status, String sentenceOrPlace) throws Exception {
        var answer = client.form("createItem", fields);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(status == 302 ? answer.location() : unescaped(answer.body())).contains(sentenceOrPlace);
        assertThat(client.get("job/b/").status()).isEqualTo(404);
        assertThat(client.get("job/c/").status()).isEqualTo(404);
    }

    @Test
    void createItem_withoutContentType_isOnlyForCopies() throws Exception {
        var answer = client.post("createItem?name=d&mode=hudson.model.FreeStyleProject");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("No Content-Type header set");
        assertThat(client.post("createItem?name=bare&mode=copy&from=first").status())
                .isEqualTo(302);
        assertThat(client.get("createItem?name=d").status()).isEqualTo(405);
        assertThat(client.get("job/d/").status()).isEqualTo(404);
    }

    @Test
    void createItem_byMode_isAnEmptyJobThatBuilds() throws Exception {
        client.form("createItem", "name=fresh&mode=hudson.model.FreeStyleProject");

        assertThat(client.text("job/fresh/config.xml")).contains("<project>", "<builders/>", "<canRoam>");
        assertThat(client.console("fresh", client.build("fresh", "build"))).contains("Finished: SUCCESS");
    }

    @Test
    void createItem_throughAView_leadsThere() throws Exception {
        assertThat(client.post("view/all/createItem?name=viewed&mode=copy&from=first")
                        .location())
                .isEqualTo("/view/all/job/viewed/configure");
    }

    @Test
    void createItem_documentAndCopy_copies() throws Exception {
        var other = Project.of("<description>posted</description>").getBytes(UTF_8);

        assertThat(client.post("createItem?name=both&mode=copy&from=first", XML, other)
                        .status())
                .isEqualTo(302);
        assertThat(client.text("job/both/description")).isEqualTo("one");
        assertThat(client.post("createItem?name=posted&mode=hudson.model.FreeStyleProject", XML, other)
                        .status())
                .isEqualTo(200);
        assertThat(client.text("job/posted/description")).isEqualTo("posted");
    }

    @Test
    void createItem_manyOfOneName_makesOne() throws Exception {
        Callable<Integer> create =
                () -> client.post("createItem?name=Contested", XML, EMPTY).status();
        Callable<Integer> createToo =
                () -> client.post("createItem?name=contesteD", XML, EMPTY).status();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = new ArrayList<Integer>();
            for (var status : threads.invokeAll(List.of(create, createToo, create, createToo, create, createToo))) {
                statuses.add(status.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(200, 400, 400, 400, 400, 400);
        }
    }

    @Test
    void copy_isTheSameDocumentAndHeldOffUntilItIsSaved() throws Exception {
        client.create("source", Project.of("<!-- kept --><description>d</description>", shell("true")));
        client.build("source", "build");
        client.post("createItem?name=held&mode=copy&from=source");

        assertThat(client.get("job/held/config.xml").bytes())
                .isEqualTo(client.get("job/source/config.xml").bytes());
        assertThat(client.text("job/held/api/json?tree=buildable,color,nextBuildNumber,builds[number]"))
                .contains("\"buildable\":false", "\"color\":\"notbuilt\"", "\"nextBuildNumber\":1", "\"builds\":[]");
        assertThat(client.post("job/held/build").status()).isEqualTo(409);

        client.post("job/held/disable");
        client.post("job/held/enable");

        assertThat(client.start("held", "build")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"submitDescription?description=d", "description?description=d"})
    void copy_describing_savesItToo(String action) throws Exception {
        var job = "described" + action.length();
        client.create(job + "source", Project.of(shell("true")));
        client.post("createItem?name=" + job + "&mode=copy&from=" + job + "source");

        client.post("job/" + job + "/" + action);

        assertThat(client.start(job, "build")).isEqualTo(1);
    }

    @Test
    void copy_disabledJob_staysDisabled() throws Exception {
        client.create("resting", Project.of("<disabled>true</disabled>"));
        client.post("createItem?name=restingtoo&mode=copy&from=resting");

        assertThat(client.text("job/restingtoo/api/json?tree=color")).contains("\"color\":\"disabled\"");
    }
}
