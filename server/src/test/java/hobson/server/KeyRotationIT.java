package hobson.server;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.secret.Secret;
import hobson.engine.secret.Vault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Properties;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another key for the secrets of a home, also when that was interrupted. */
class KeyRotationIT {
    private static final String XML = "application/xml";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String STRING = "org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl";
    private static final String CREDENTIAL = "<" + STRING + "><id>text</id><secret>four</secret></" + STRING + ">";
    private static final String BINDING = "org.jenkinsci.plugins.credentialsbinding.impl.";
    private static final String JOB = "<project><properties><hudson.model.ParametersDefinitionProperty>"
            + "<parameterDefinitions><hudson.model.PasswordParameterDefinition><name>P</name>"
            + "<defaultValue>default-4711</defaultValue></hudson.model.PasswordParameterDefinition></parameterDefinitions>"
            + "</hudson.model.ParametersDefinitionProperty></properties><builders><hudson.tasks.Shell><command>#!/bin/sh\n"
            + "echo \"${#T} ${#P}\"</command></hudson.tasks.Shell></builders><buildWrappers><" + BINDING
            + "SecretBuildWrapper><bindings><" + BINDING + "StringBinding><credentialsId>text</credentialsId>"
            + "<variable>T</variable></" + BINDING + "StringBinding></bindings></" + BINDING
            + "SecretBuildWrapper></buildWrappers></project>";

    @TempDir
    Path folder;

    private Path home() {
        return folder.resolve("home");
    }

    private void build(int number) throws Exception {
        try (var server = ServerProcess.serve(home(), "--open");
                var session = CrumbSession.open(server)) {
            if (number == 1) {
                session.post("credentials/store/system/domain/_/createCredentials", CREDENTIAL, "Content-Type", XML);
                session.post("createItem?name=job", JOB, "Content-Type", XML);
                assertThat(server.get("job/job/config.xml").body()).isEqualTo(JOB);
            }
            session.post("job/job/buildWithParameters?delay=0sec", "");
            server.awaitBody("job/job/api/json?tree=lastCompletedBuild%5Bnumber%5D", "\"number\":" + number);
            assertThat(server.get("job/job/" + number + "/consoleText").body()).contains("4 12\n");
            session.post("job/job/description", "description=" + number, "Content-Type", FORM);
            assertThat(server.get("job/job/config.xml").body())
                    .contains("<defaultValue>{AQAAABAAAA")
                    .doesNotContain("default-4711");
        }
    }

    private void rotate() throws Exception {
        try (var command = ServerProcess.run(folder, "rotate-key", "--home", home().toString())) {
            assertThat(command.exitCode()).as(command.printed()).isZero();
        }
        assertThat(home().resolve("secret.key.old")).doesNotExist();
    }

    @Test
    void rotateKey_openedAfterwards_hasEverySecret() throws Exception {
        build(1);
        var before = Files.readAllBytes(home().resolve("secret.key"));

        rotate();

        assertThat(home().resolve("secret.key")).binaryContent().isNotEqualTo(before);
        build(2);
    }

    @Test
    void rotateKey_folderThatIsNoHome_isRefusedAndNotMade() throws Exception {
        try (var command = ServerProcess.run(folder, "rotate-key", "--home", home().toString())) {
            assertThat(command.exitCode()).as(command.printed()).isOne();
            assertThat(command.printed()).contains("There is no home of a server in " + home());
        }
        assertThat(home()).doesNotExist();
    }

    /** The password as a proxy would get it. */
    private String proxyPassword() throws Exception {
        var settings = new Properties();
        try (var in = Files.newInputStream(home().resolve("updates/settings.properties"))) {
            settings.load(in);
        }
        var key = new SecretKeySpec(Files.readAllBytes(home().resolve("secret.key")), "AES");
        return new Vault(key, new SecureRandom()).reveal(new Secret(settings.getProperty("proxy.password")));
    }

    @Test
    void rotateKey_passwordOfTheProxy_isOpenedByTheNewKey() throws Exception {
        try (var server = ServerProcess.serve(home(), "--open");
                var session = CrumbSession.open(server)) {
            session.post(
                    "pluginManager/proxyConfigure",
                    "name=proxy.example&port=3128&userName=ci&password=through-4711",
                    "Content-Type",
                    "application/x-www-form-urlencoded");
        }
        assertThat(proxyPassword()).isEqualTo("through-4711");

        rotate();

        assertThat(proxyPassword()).isEqualTo("through-4711");
    }

    @Test
    void rotateKey_interruptedBeforeAnythingWasWritten_worksAndCanBeFinished() throws Exception {
        build(1);
        Files.move(home().resolve("secret.key"), home().resolve("secret.key.old"));
        Files.write(
                home().resolve("secret.key"),
                "01234567890123456789012345678901".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        build(2);
        rotate();

        build(3);
        assertThat(home().resolve("secret.key")).hasContent("01234567890123456789012345678901");
    }
}
