package hobson.server.wire;

import static hobson.server.wire.WireClient.XML;
import static hobson.server.wire.WireClient.encoded;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The REST of the credentials, as ann who may everything, as others with less, and as nobody. */
class CredentialsIT {
    @RegisterExtension
    static final WireServer SERVER = new WireServer("""
            jenkins:
              securityRealm:
                local:
                  users:
                    - {id: ann, password: anns}
                    - {id: viewer, password: viewers}
                    - {id: reader, password: readers}
              authorizationStrategy:
                globalMatrix:
                  permissions:
                    - "USER:Overall/Administer:ann"
                    - "USER:Overall/Read:viewer"
                    - "USER:Credentials/View:viewer"
                    - "USER:Overall/Read:reader"
            """);

    private static final String SYSTEM = "credentials/store/system/";
    private static final String GLOBAL = SYSTEM + "domain/_/";
    private static final String SECRET = "s3cret-4711";
    private static final String DOMAIN = "<com.cloudbees.plugins.credentials.domains.Domain><name>%s</name>%s"
            + "</com.cloudbees.plugins.credentials.domains.Domain>";
    private static WireClient ann = new WireClient("");

    @BeforeAll
    static void logIn() throws Exception {
        ann = SERVER.client().as("ann", "anns").withCrumb();
    }

    private static String password(String id) {
        return """
                <com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl>
                  <scope>GLOBAL</scope><id>%s</id><description>d</description><username>u</username><password>%s</password>
                </com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl>""".formatted(id, SECRET);
    }

    private static String text(String id, String secret) {
        return "<org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl><scope>GLOBAL</scope><id>" + id
                + "</id><secret>" + secret
                + "</secret></org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl>";
    }

    private static Answer posted(String place, String document) throws Exception {
        return ann.post(place, XML, document.getBytes(UTF_8));
    }

    private static void created(String document) throws Exception {
        var answer = posted(GLOBAL + "createCredentials", document);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    @Test
    void createCredentials_asXml_isShownWithoutItsSecret() throws Exception {
        created(password("dep"));

        assertThat(ann.text(GLOBAL + "credential/dep/api/json"))
                .isEqualTo(
                        "{\"_class\":\"com.cloudbees.plugins.credentials.CredentialsStoreAction$CredentialsWrapper\","
                                + "\"description\":\"d\",\"displayName\":\"u/****** (d)\",\"fingerprint\":null,"
                                + "\"fullName\":\"system/_/dep\",\"id\":\"dep\",\"typeName\":\"Username with password\"}");
        assertThat(ann.text(GLOBAL + "credential/dep/config.xml")).isEqualTo("""
                <?xml version="1.1" encoding="UTF-8"?>
                <com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl>
                  <scope>GLOBAL</scope>
                  <id>dep</id>
                  <description>d</description>
                  <username>u</username>
                  <password>
                    <secret-redacted/>
                  </password>
                  <usernameSecret>false</usernameSecret>
                </com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl>""");
        assertThat(ann.get(GLOBAL + "credential/dep/").status()).isEqualTo(200);
    }

    @Test
    void api_storesAndDomains_areNestedByDepth() throws Exception {
        created(text("shown", "x"));

        assertThat(ann.text("credentials/api/json?depth=1"))
                .startsWith(
                        "{\"_class\":\"com.cloudbees.plugins.credentials.ViewCredentialsAction\",\"stores\":{\"system\":"
                                + "{\"_class\":\"com.cloudbees.plugins.credentials.SystemCredentialsProvider$UserFacingAction\",");
        assertThat(ann.text(SYSTEM + "api/json"))
                .contains(
                        "\"domains\":{\"_\":{\"_class\":\"com.cloudbees.plugins.credentials.CredentialsStoreAction$DomainWrapper\"}");
        assertThat(ann.text(GLOBAL + "api/json?depth=1"))
                .contains(
                        "\"fullDisplayName\":\"System » Global credentials (unrestricted)\",\"fullName\":\"system/_\"")
                .contains("\"displayName\":\"shown\"", "\"global\":true", "\"urlName\":\"_\"");
        for (var base : List.of("manage/" + GLOBAL, "credential-store/domain/_/", GLOBAL)) {
            assertThat(ann.text(base + "api/json?tree=credentials%5Bid%5D")).contains("{\"id\":\"shown\"}");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/xml | <com.acme.Unknown/>    | 400
            application/xml | <broken                | 400
            application/xml | <!DOCTYPE a><a/>       | 400
            text/plain      | x                      | 400
            """)
    void createCredentials_badInput_isRefused(String type, String body, int status) throws Exception {
        assertThat(ann.post(GLOBAL + "createCredentials", type, body.getBytes(UTF_8))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void createCredentials_idTaken_is409ByXmlAndNothingByForm() throws Exception {
        created(text("taken", "x"));
        var json = encoded("{\"credentials\":{\"id\":\"taken\",\"secret\":\"y\","
                + "\"$class\":\"org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl\"}}");

        assertThat(posted(GLOBAL + "createCredentials", text("taken", "y")).status())
                .isEqualTo(409);
        assertThat(ann.form(GLOBAL + "createCredentials", "json=" + json).status())
                .isEqualTo(302);
        assertThat(ann.post(
                                GLOBAL + "createCredentials?json=" + json,
                                "Accept",
                                "application/json",
                                "Content-Type",
                                WireClient.FORM)
                        .body())
                .contains("\"notificationType\":\"ERROR\"", "Credentials with specified ID already exist");
    }

    @Test
    void createCredentials_asPythonPrintsTheForm_makesAnIdOfItsOwn() throws Exception {
        var python = "{'': '1', 'credentials': {'stapler-class':"
                + " 'com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl', 'id': '',"
                + " 'username': 'pa', 'password': 'p', 'description': \"it's\"}}";

        var answer = ann.form(GLOBAL + "createCredentials", "Submit=OK&json=" + encoded(python));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).isEqualTo("/" + GLOBAL.substring(0, GLOBAL.length() - 1));
        assertThat(ann.text(GLOBAL + "api/json?tree=credentials%5Bid,displayName%5D"))
                .containsPattern("\"displayName\":\"pa/\\*{6} \\(it's\\)\",\"id\":\"[0-9a-f-]{36}\"");
    }

    @Test
    void createCredentials_fileInAForm_keepsItsName() throws Exception {
        var json = "{\"credentials\":{\"id\":\"file\",\"file\":\"file0\","
                + "\"$class\":\"org.jenkinsci.plugins.plaincredentials.impl.FileCredentialsImpl\"}}";

        ann.multipart(
                GLOBAL + "createCredentials",
                WireClient.Part.field("json", json),
                new WireClient.Part("file0", "../x/kube.conf", SECRET));

        assertThat(ann.text(GLOBAL + "credential/file/config.xml"))
                .contains("<fileName>kube.conf</fileName>")
                .doesNotContain(SECRET);
    }

    @Test
    void configXml_redactedDocumentPostedBack_changesNothingButWhatWasEdited() throws Exception {
        created(password("edited"));
        var place = GLOBAL + "credential/edited/config.xml";
        var document = ann.text(place);

        assertThat(posted(place, document.replace(">u<", ">other<")).status()).isEqualTo(200);

        assertThat(ann.text(place)).isEqualTo(document.replace(">u<", ">other<"));
        assertThat(posted(GLOBAL + "createCredentials", document.replace(">edited<", ">copy<"))
                        .status())
                .isEqualTo(400);
        assertThat(ann.post(place).status()).isEqualTo(400);
    }

    @Test
    void delete_anyWay_isGone() throws Exception {
        created(text("one", "x"));
        created(text("other", "x"));

        assertThat(ann.send("DELETE", GLOBAL + "credential/one/config.xml").status())
                .isEqualTo(200);
        var answer = ann.form(GLOBAL + "credential/other/doDelete", "Submit=OK&json=%7B%7D");

        assertThat(answer.location()).isEqualTo("/" + GLOBAL);
        for (var id : List.of("one", "other", "")) {
            assertThat(ann.get(GLOBAL + "credential/" + id + "/api/json").status())
                    .isEqualTo(404);
            assertThat(ann.post(GLOBAL + "credential/" + id + "/doDelete").status())
                    .isEqualTo(404);
        }
        assertThat(ann.send("PUT", GLOBAL + "credential/one/config.xml").status())
                .isEqualTo(400);
    }

    @Test
    void domains_createdChangedAndDeleted_takeTheirCredentialsAlong() throws Exception {
        var specification = "<specifications><com.cloudbees.plugins.credentials.domains.HostnameSpecification>"
                + "<includes>*.example</includes></com.cloudbees.plugins.credentials.domains.HostnameSpecification></specifications>";
        var domain = DOMAIN.formatted("my dom", specification);

        assertThat(posted(SYSTEM + "createDomain", domain).status()).isEqualTo(200);
        assertThat(posted(SYSTEM + "createDomain", domain).status()).isEqualTo(409);
        assertThat(posted(SYSTEM + "domain/my%20dom/createCredentials", text("in", "x"))
                        .status())
                .isEqualTo(200);
        assertThat(ann.text(SYSTEM + "domain/my%20dom/config.xml")).contains("<includes>*.example</includes>");
        created(text("moved", "x"));
        var move = ann.post(GLOBAL + "credential/moved/doMove?destination=system/my%2520dom");
        assertThat(move.location()).isEqualTo("/" + SYSTEM + "domain/my%20dom/credential/moved");
        assertThat(ann.post(GLOBAL + "credential/moved/doMove?destination=system/_")
                        .status())
                .isEqualTo(404);
        assertThat(posted(SYSTEM + "domain/my%20dom/config.xml", DOMAIN.formatted("dom2", ""))
                        .status())
                .isEqualTo(200);
        assertThat(ann.text(SYSTEM + "domain/dom2/api/json?tree=fullName,credentials%5BfullName%5D"))
                .contains("\"fullName\":\"system/dom2/in\"", "\"fullName\":\"system/dom2/moved\"");
        assertThat(ann.send("DELETE", SYSTEM + "domain/dom2/config.xml").status())
                .isEqualTo(200);
        assertThat(ann.get(SYSTEM + "domain/dom2/").status()).isEqualTo(404);
        assertThat(ann.send("DELETE", GLOBAL + "config.xml").status()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/json", "domain/_/api/json", "domain/_/credential/seen/config.xml", ""})
    void read_withoutView_isAsIfThereWereNoStore(String place) throws Exception {
        posted(GLOBAL + "createCredentials", text("seen", "x"));

        assertThat(SERVER.client().as("viewer", "viewers").get(SYSTEM + place).status())
                .isEqualTo(200);
        assertThat(SERVER.client().as("reader", "readers").get(SYSTEM + place).status())
                .isEqualTo(404);
    }

    @Test
    void write_withViewAlone_is403ThatNamesWhatIsMissing() throws Exception {
        posted(GLOBAL + "createCredentials", text("kept", "x"));
        var viewer = SERVER.client().as("viewer", "viewers").withCrumb();
        var place = GLOBAL + "credential/kept/";

        var answers = List.of(
                viewer.post(GLOBAL + "createCredentials", XML, text("no", "x").getBytes(UTF_8)),
                viewer.post(place + "config.xml", XML, text("kept", "y").getBytes(UTF_8)),
                viewer.send("DELETE", place + "config.xml"),
                viewer.post(place + "doDelete"),
                viewer.get(GLOBAL + "config.xml"));

        assertThat(answers).extracting(Answer::status).containsOnly(403);
        assertThat(answers)
                .extracting(answer -> answer.header("X-Required-Permission").replaceAll(".*\\.", ""))
                .containsExactly("Create", "Update", "Delete", "Delete", "ManageDomains");
    }

    @Test
    void folderStore_isTheFolders() throws Exception {
        ann.create("F", "<com.cloudbees.hudson.plugins.folder.Folder/>");
        var place = "job/F/credentials/store/folder/domain/_/";

        assertThat(posted(place + "createCredentials", text("own", "x")).status())
                .isEqualTo(200);
        assertThat(posted(place + "createCredentials", text("own", "y")).status())
                .isEqualTo(409);

        assertThat(ann.text(place + "api/json?depth=1"))
                .contains("\"fullDisplayName\":\"F » Folder » Global credentials (unrestricted)\"")
                .contains("\"fullName\":\"F/folder/_/own\"");
        assertThat(ann.post("job/F/doRename?newName=G").status()).isEqualTo(302);
        assertThat(ann.text("job/G/credentials/store/folder/domain/_/credential/own/api/json?depth=0"))
                .contains("\"fullName\":\"G/folder/_/own\"");
        assertThat(ann.get("job/G/credentials/store/system/api/json").status()).isEqualTo(404);
        ann.post("job/G/doDelete");
        ann.create("G", "<com.cloudbees.hudson.plugins.folder.Folder/>");
        assertThat(ann.text("job/G/credentials/store/folder/domain/_/api/json?tree=credentials%5Bid%5D"))
                .contains("\"credentials\":[]");
    }

    @Test
    void userStore_isTheUsersAlone() throws Exception {
        var reader = SERVER.client().as("reader", "readers").withCrumb();
        var place = "user/reader/credentials/store/user/domain/_/";

        assertThat(reader.post(
                                place + "createCredentials",
                                XML,
                                text("own", "x").getBytes(UTF_8))
                        .status())
                .isEqualTo(200);

        assertThat(reader.text("me/credentials/store/user/domain/_/credential/own/api/json"))
                .contains("\"fullName\":\"user:reader/user/_/own\"");
        assertThat(ann.get(place + "api/json").status()).isEqualTo(404);
        assertThat(ann.text("user/reader/credentials/api/json")).contains("\"stores\":{}");
    }
}
