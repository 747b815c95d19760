package hobson.server.wire;

import static hobson.server.wire.Project.shell;
import static hobson.server.wire.WireClient.XML;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code config.xml} of jobs: what is posted is what is kept, or it is refused and nothing changes. */
class ConfigXmlIT {
    @RegisterExtension
    static final WireServer SERVER =
            new WireServer("jenkins: {authorizationStrategy: unsecured}\nhobson: {crumbs: false}\n");

    private static final String DESCRIBED = "<project><description>Größe</description></project>";
    private static WireClient client = new WireClient("");

    @BeforeAll
    static void createJob() throws Exception {
        client = SERVER.client();
        client.create("old", Project.of("<description>old</description>"));
    }

    static Stream<Arguments> documents() {
        return Stream.of(
                document("bare", DESCRIBED, UTF_8, "Größe"),
                document("declared", "<?xml version='1.1' encoding='UTF-8'?>\n" + DESCRIBED + "\n", UTF_8, "Größe"),
                document("latin", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + DESCRIBED, ISO_8859_1, "Größe"),
                document(
                        "windows",
                        "<?xml version='1.0' encoding='windows-1252'?>" + DESCRIBED.replace("ß", "€"),
                        Charset.forName("windows-1252"),
                        "Grö€e"),
                document("wide", "<?xml version='1.0' encoding='UTF-16'?>" + DESCRIBED, UTF_16, "Größe"),
                document("marked", "\uFEFF<?xml version='1.0'?>" + DESCRIBED, UTF_8, "Größe"),
                document(
                        "control",
                        "<?xml version='1.1'?><project><description>a&#1;&#x1b;b</description></project>",
                        UTF_8,
                        "a\u0001\u001bb"),
                document("astral", "<project><description>&#x1F600;😀</description></project>", UTF_8, "😀😀"),
                document(
                        "windowslines",
                        "<project>\r\n  <description>a\r\nb</description>\r\n</project>\r\n",
                        UTF_8,
                        "a\nb"),
                document(
                        "odd",
                        "<?xml version='1.0'?><!-- c --><?pi d?>\n<project plugin='x@1' a=\"'\"  b='\"' >"
                                + "<description><![CDATA[<b>&]]></description ><unknown.Thing x='1'><y/></unknown.Thing>"
                                + "<properties></properties><builders  /></project><!-- end -->",
                        UTF_8,
                        "<b>&"));
    }

    private static Arguments document(String job, String text, Charset charset, String description) {
        return Arguments.of(job, text.getBytes(charset), description);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void document_createdOrConfigured_isKeptByteForByte(String job, byte[] document, String description)
            throws Exception {
        assertThat(client.post("createItem?name=" + job, "application/xml;charset=utf-8", document)
                        .status())
                .isEqualTo(200);
        assertKept(job, document, description);

        client.post("createItem?name=again" + job + "&mode=copy&from=old");
        assertThat(client.post("job/again" + job + "/config.xml", "text/xml", document))
                .returns(200, Answer::status)
                .satisfies(answer -> assertThat(answer.bytes()).isEmpty());
        assertKept("again" + job, document, description);
    }

    private static void assertKept(String job, byte[] document, String description) throws Exception {
        var answer = client.get("job/" + job + "/config.xml");
        assertThat(answer.bytes()).isEqualTo(document);
        assertThat(answer.header("Content-Type")).isEqualTo("application/xml");
        assertThat(client.text("job/" + job + "/description")).isEqualTo(description);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void document_describedByTheServer_changesOnlyThere(String job, byte[] document, String description)
            throws Exception {
        client.post("createItem?name=changed" + job, XML, document);

        assertThat(client.post("job/changed" + job + "/description?description=%3Cnew%3E%E2%82%AC")
                        .status())
                .isEqualTo(204);

        assertThat(client.text("job/changed" + job + "/description")).isEqualTo("<new>€");
        var kept = client.get("job/changed" + job + "/config.xml").bytes();
        assertThat(client.post("job/changed" + job + "/config.xml", XML, kept).status())
                .isEqualTo(200);
        assertThat(client.text("job/changed" + job + "/description"))
                .isEqualTo("<new>€")
                .isNotEqualTo(description);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "no xml",
                "<project>",
                "<project/><project/>",
                "<project><a></b></project>",
                "<project>&nbsp;</project>",
                "<project>\u0001</project>",
                "<project x='1' x='2'/>",
                "<folder/>",
                "<com.example.Nope/>",
                "<hudson.model.ListView/>",
                "<!DOCTYPE project><project/>",
                "<!DOCTYPE project [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><project><description>&e;</description></project>",
                "<!DOCTYPE p SYSTEM 'http://127.0.0.1:1/x.dtd'><project/>",
                "<!DOCTYPE p [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><project>&b;&b;</project>",
                "<?xml version='1.0' encoding='no-such-charset'?><project/>",
                "<?xml version='9.9'?><project/>",
            })
    void document_thatIsNone_isRefusedAndNothingChanges(String document) throws Exception {
        var body = document.getBytes(UTF_8);

        var created = client.post("createItem?name=never", XML, body);
        var configured = client.post("job/old/config.xml", XML, body);

        for (var answer : List.of(created, configured)) {
            assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
            assertThat(answer.body()).doesNotContain("root:", "Exception", "\tat ");
        }
        assertThat(client.get("job/never/").status()).isEqualTo(404);
        assertThat(client.text("job/old/config.xml")).isEqualTo(Project.of("<description>old</description>"));
    }

    @Test
    void document_bytesThatAreNoText_areRefused() throws Exception {
        var body = "<project><description>\u00e4</description></project>".getBytes(ISO_8859_1);

        assertThat(client.post("createItem?name=never", XML, body).status()).isBetween(400, 499);
        assertThat(client.get("job/never/").status()).isEqualTo(404);
    }

    @Test
    void document_nestedTooDeeply_isRefusedOrKept() throws Exception {
        var deep = "<project>" + "<a>".repeat(100_000) + "</a>".repeat(100_000) + "</project>";

        assertThat(client.post("createItem?name=deep", XML, deep.getBytes(UTF_8))
                        .status())
                .isNotEqualTo(500);
        assertThat(client.get("api/json").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"createItem?name=never", "job/old/config.xml"})
    void document_withoutEnd_isRefusedInTime(String path) throws Exception {
        var endless = BodyPublishers.ofByteArrays(
                Collections.nCopies(64, " ".repeat(1 << 20).getBytes(UTF_8)));

        try {
            var answer = client.send("POST", path, endless, "Content-Type", XML);
            assertThat(answer.status()).isEqualTo(413);
        } catch (IOException e) {
            // the server need not read on after its answer, and then the client cannot always read that
            assertThat(e).isNotNull();
        }
        assertThat(client.get("job/never/").status()).isEqualTo(404);
        assertThat(client.text("job/old/description")).isEqualTo("old");
        assertThat(SERVER.printed()).doesNotContain("OutOfMemory");
    }

    @Test
    void document_announcedTooLong_isRefusedUnread() throws Exception {
        var address = URI.create(SERVER.url());

        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var head = "POST /createItem?name=never HTTP/1.1\r\nHost: h\r\nContent-Type: text/xml\r\n"
                    + "Content-Length: 99999999999\r\n\r\n<project>";
            socket.getOutputStream().write(head.getBytes(UTF_8));
            socket.getOutputStream().flush();

            assertThat(new String(socket.getInputStream().readNBytes(12), UTF_8))
                    .isEqualTo("HTTP/1.1 413");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void document_otherMethods_are400(String method) throws Exception {
        assertThat(client.send(method, "job/old/config.xml").status()).isEqualTo(400);
        assertThat(client.get("job/old/").status()).isEqualTo(200);
    }

    @Test
    void document_headAsked_isLikeGetWithoutBody() throws Exception {
        assertThat(client.send("HEAD", "job/old/config.xml")) // docs/deviations.md
                .returns(200, Answer::status)
                .returns("application/xml", answer -> answer.header("Content-Type"))
                .satisfies(answer -> assertThat(answer.bytes()).isEmpty());
    }

    @Test
    void document_withoutDeclaration_isInTheCharsetOfTheRequest() throws Exception {
        client.post("createItem?name=charset", "text/xml; charset=ISO-8859-1", DESCRIBED.getBytes(ISO_8859_1));

        assertThat(client.text("job/charset/description")).isEqualTo("Größe");
        assertThat(client.text("job/charset/config.xml")).isEqualTo(DESCRIBED);
    }

    @Test
    void document_sameAgain_changesNothing() throws Exception {
        client.create("same", Project.of(shell("true")));
        var document = client.get("job/same/config.xml").bytes();
        client.post("job/same/build?delay=900sec");

        client.post("job/same/config.xml", XML, document);

        assertThat(client.get("job/same/config.xml").bytes()).isEqualTo(document);
        assertThat(client.text("job/same/api/json?tree=inQueue")).contains("\"inQueue\":true");
    }
}
