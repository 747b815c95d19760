package hobson.server.wire;

import static hobson.server.wire.WireClient.XML;
import static hobson.server.wire.WireClient.encoded;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Creating, filling, configuring and deleting views. */
class ListViewsIT {
    @RegisterExtension
    static final WireServer SERVER = WireServer.open();

    private static final String LIST = "hudson.model.ListView";
    private static WireClient client = new WireClient("");

    @BeforeAll
    static void createView() throws Exception {
        client = SERVER.client().withCrumb();
        client.create("one", Project.of());
        client.create("two", Project.of());
        createView("stays", "");
    }

    private static void createView(String name, String inside) throws Exception {
        var document = "<" + LIST + "><name>other</name>" + inside + "</" + LIST + ">";
        assertThat(client.post("createView?name=" + encoded(name), XML, document.getBytes(UTF_8)))
                .returns(200, Answer::status);
    }

    private static String jobs(String view) throws Exception {
        return client.text("view/" + view + "/api/json?tree=jobs[name]")
                .replaceAll(".*\"jobs\":|\"_class\":\"[^\"]*\",", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name=&mode=hudson.model.ListView&json=%7B%7D       | 400 | No name is specified
            mode=hudson.model.ListView&json=%7B%7D             | 400 | No name is specified
            name=a%2Fb&mode=hudson.model.ListView&json=%7B%7D  | 400 | ‘/’ is an unsafe character
            name=stays&mode=hudson.model.ListView&json=%7B%7D  | 400 | already exists with the name
            name=v                                             | 400 | No view type is specified
            name=v&mode=com.example.Nope                       | 400 | No view type ‘com.example.Nope’ is known
            name=v&mode=hudson.model.ListView                  | 400 | This page expects a form submission
            name=v&mode=copy                                   | 400 | Specify which view to copy
            name=v&mode=copy&from=nowhere                      | 400 | No such view: nowhere
            name=formed&mode=hudson.model.ListView&json=%7B%7D | 302 | /view/formed/configure
            name=copied&mode=copy&from=stays                   | 302 | /view/copied/configure
            """)
    void createView_byForm_makesItOrSaysWhyNot(String fields, int status, String sentenceOrPlace) throws Exception {
        var answer = client.form("createView", fields);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(status == 302 ? answer.location() : answer.body()).contains(sentenceOrPlace);
        assertThat(client.get("view/v/").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<hudson.model.ListView>",
                "<project/>",
                "<!DOCTYPE v [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><hudson.model.ListView><description>&e;</description></hudson.model.ListView>",
            })
    void document_thatIsNone_isRefusedAndNothingChanges(String document) throws Exception {
        var before = client.text("view/stays/config.xml");

        for (var path : new String[] {"createView?name=v", "view/stays/config.xml"}) {
            var answer = client.post(path, XML, document.getBytes(UTF_8));
            assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
        }

        assertThat(client.get("view/v/").status()).isEqualTo(404);
        assertThat(client.text("view/stays/config.xml")).isEqualTo(before);
    }

    @Test
    void jobs_addedAndRemoved_areShown() throws Exception {
        createView("filled ü", "<jobNames><string>one</string><string>nowhere</string></jobNames>");
        var view = "filled%20%C3%BC";
        assertThat(jobs(view)).startsWith("[{\"name\":\"one\"}]");

        for (int twice = 0; twice < 2; twice++) {
            assertThat(client.post("view/" + view + "/addJobToView?name=two").status())
                    .isEqualTo(200);
        }
        assertThat(jobs(view)).startsWith("[{\"name\":\"one\"},{\"name\":\"two\"}]");
        for (int twice = 0; twice < 2; twice++) {
            assertThat(client.post("view/" + view + "/removeJobFromView?name=one")
                            .status())
                    .isEqualTo(200);
        }

        assertThat(jobs(view)).startsWith("[{\"name\":\"two\"}]");
        assertThat(client.text("view/" + view + "/config.xml"))
                .contains("<name>filled ü</name>", "<string>two</string>");
    }

    @Test
    void jobs_renamedAndDeleted_areFollowed() throws Exception {
        client.create("moving", Project.of());
        createView("following", "<jobNames><string>moving</string></jobNames>");

        client.post("job/moving/confirmRename?newName=moved");
        assertThat(jobs("following")).startsWith("[{\"name\":\"moved\"}]");

        client.post("job/moved/doDelete");
        client.create("moved", Project.of());
        assertThat(jobs("following")).startsWith("[]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST   | view/stays/addJobToView                 | 400
            POST   | view/stays/addJobToView?name=nowhere    | 400
            POST   | view/stays/removeJobFromView            | 400
            POST   | view/stays/removeJobFromView?name=nowhere | 400
            POST   | view/all/addJobToView?name=one          | 404
            POST   | view/nowhere/addJobToView?name=one      | 404
            GET    | view/stays/addJobToView?name=one        | 405
            GET    | view/stays/doDelete                     | 405
            GET    | createView?name=v                       | 404
            PUT    | view/stays/config.xml                   | 400
            POST   | view/nowhere/doDelete                   | 404
            """)
    void action_wrongInputOrMethod_isRefused(String method, String path, int status) throws Exception {
        var answer = client.send(method, path);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(jobs("stays")).startsWith("[]");
    }

    @Test
    void delete_leadsToTheOwner() throws Exception {
        createView("gone", "");

        assertThat(client.post("view/gone/doDelete"))
                .returns(302, Answer::status)
                .returns("/", Answer::location);
        assertThat(client.get("view/gone/").status()).isEqualTo(404);
    }

    @Test
    void description_isKept() throws Exception {
        createView("told", "");

        assertThat(client.form("view/told/submitDescription", "description=" + encoded("a <b> ü"))
                        .status())
                .isEqualTo(302);

        assertThat(client.text("view/told/api/json?tree=description")).contains("\"description\":\"a <b> ü\"");
    }
}
