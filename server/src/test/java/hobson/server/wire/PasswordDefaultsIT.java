package hobson.server.wire;

import static hobson.server.wire.WireClient.XML;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Defaults of password parameters: as posted until the server saves the document, encrypted from then on, and always usable. */
class PasswordDefaultsIT {
    private static final String SECRET = "open sesame";

    @RegisterExtension
    static final WireServer SERVER = new WireServer("""
            jenkins:
              quietPeriod: 0
              securityRealm: {local: {users: [{id: anna, password: p}, {id: ext, password: p}]}}
              authorizationStrategy:
                globalMatrix:
                  permissions: ["Overall/Administer:anna", "Overall/Read:ext", "Job/Read:ext", "Job/ExtendedRead:ext"]
            """);

    private static String job(String written) {
        return Project.of("<properties><hudson.model.ParametersDefinitionProperty><parameterDefinitions>"
                + "<hudson.model.PasswordParameterDefinition><name>P</name><defaultValue>" + written
                + "</defaultValue></hudson.model.PasswordParameterDefinition></parameterDefinitions>"
                + "</hudson.model.ParametersDefinitionProperty></properties>"
                + Project.shell("[ \"$P\" = '" + SECRET + "' ] && echo opened"));
    }

    private static WireClient anna() throws Exception {
        return SERVER.client().as("anna", "p").withCrumb();
    }

    /** What stands in the document. */
    private static String shown(String user, String job) throws Exception {
        var document = SERVER.client().as(user, "p").text("job/" + job + "/config.xml");
        int start = document.indexOf("<defaultValue>") + "<defaultValue>".length();
        return document.substring(start, document.indexOf("</defaultValue>"));
    }

    @Test
    void configXml_savedByTheServer_hasItEncryptedAndBuildsHaveIt() throws Exception {
        var anna = anna();
        anna.create("saved", job(SECRET));
        assertThat(shown("anna", "saved")).as("what was posted").isEqualTo(SECRET);
        assertThat(shown("ext", "saved")).isEqualTo("********");

        anna.form("job/saved/description", "description=saved");

        var encrypted = shown("anna", "saved");
        assertThat(encrypted).startsWith("{AQAAABAAAA").doesNotContain(SECRET);
        assertThat(shown("ext", "saved")).isEqualTo("********");
        anna.form("job/saved/description", "description=again");
        assertThat(shown("anna", "saved")).isEqualTo(encrypted);
        assertThat(anna.console("saved", anna.build("saved", "buildWithParameters")))
                .contains("\nopened");
        assertThat(anna.console("saved", anna.build("saved", "buildWithParameters?P=%3CDEFAULT%3E")))
                .contains("\nopened");
    }

    @Test
    void configXml_encryptedDefaultPostedBack_isKept() throws Exception {
        var anna = anna();
        anna.create("source", job(SECRET));
        anna.form("job/source/description", "description=saved");
        var encrypted = shown("anna", "source");

        anna.create("taken", job(encrypted));

        assertThat(shown("anna", "taken")).isEqualTo(encrypted);
        assertThat(anna.console("taken", anna.build("taken", "buildWithParameters")))
                .contains("\nopened");
        var document = anna.text("job/source/config.xml");
        assertThat(anna.post("job/source/config.xml", XML, document.getBytes(UTF_8))
                        .status())
                .isEqualTo(200);
        assertThat(anna.text("job/source/config.xml")).isEqualTo(document);
    }

    @Test
    void copy_withASecret_needsConfigure() throws Exception {
        anna().create("guarded", job(SECRET));

        var refused = SERVER.client().as("ext", "p").withCrumb().post("createItem?name=stolen&mode=copy&from=guarded");

        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void buildWithParameters_encryptedTextOfACaller_isNotOpened() throws Exception {
        var anna = anna();
        anna.create("oracle", job(SECRET));
        anna.form("job/oracle/description", "description=saved");
        var value = WireClient.encoded(shown("anna", "oracle"));

        assertThat(anna.console("oracle", anna.build("oracle", "buildWithParameters?P=" + value)))
                .doesNotContain("\nopened");
    }
}
