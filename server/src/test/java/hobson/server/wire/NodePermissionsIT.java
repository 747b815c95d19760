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

/** Who may do what to nodes. Each user has the one permission of the same name, besides reading. */
class NodePermissionsIT {
    @RegisterExtension
    static final WireServer SERVER = new WireServer("""
            jenkins:
              securityRealm:
                local:
                  users:
                    - {id: alice, password: "a:pass"}
                    - {id: reader, password: word}
                    - {id: create, password: word}
                    - {id: delete, password: word}
                    - {id: configure, password: word}
                    - {id: extended, password: word}
                    - {id: connect, password: word}
                    - {id: disconnect, password: word}
                    - {id: owner, password: word}
              authorizationStrategy:
                projectMatrix:
                  permissions:
                    - "USER:Overall/Administer:alice"
                    - "GROUP:Overall/Read:authenticated"
                    - "USER:Agent/Create:create"
                    - "USER:Agent/Delete:delete"
                    - "USER:Agent/Configure:configure"
                    - "USER:Agent/ExtendedRead:extended"
                    - "USER:Agent/Connect:connect"
                    - "USER:Agent/Disconnect:disconnect"
            """);

    private static final String FORM = "type=hudson.slaves.DumbSlave&json=" + encoded("{\"numExecutors\":1}");
    private static WireClient alice = new WireClient("");

    @BeforeAll
    static void createAgents() throws Exception {
        alice = as("alice");
        create("n", "");
        create("owned", """
                <org.jenkinsci.plugins.matrixauth.AuthorizationMatrixNodeProperty>
                  <permission>USER:hudson.model.Computer.Configure:owner</permission>
                </org.jenkinsci.plugins.matrixauth.AuthorizationMatrixNodeProperty>""");
    }

    private static void create(String name, String property) throws Exception {
        var document = "<slave><numExecutors>1</numExecutors><launcher class='a.B'><password>open sesame</password>"
                + "</launcher><nodeProperties>" + property + "</nodeProperties></slave>";
        var answer = alice.post("computer/createItem?name=" + name, XML, document.getBytes(UTF_8));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private static WireClient as(String user) throws Exception {
        return SERVER.client()
                .as(user, user.equals("alice") ? "a:pass" : "word")
                .withCrumb();
    }

    @ParameterizedTest
    @CsvSource({
        "reader,POST,doCreateItem?name=x,Computer.Create",
        "configure,POST,createItem?name=x&mode=copy&from=n,Computer.Create",
        "reader,GET,n/config.xml,Computer.Configure",
        "connect,GET,n/configure,Computer.Configure",
        "extended,POST,n/config.xml,Computer.Configure",
        "extended,POST,n/configSubmit,Computer.Configure",
        "extended,POST,(built-in)/configSubmit,Computer.Configure",
        "extended,POST,n/submitDescription,Computer.Configure",
        "configure,POST,n/doDelete,Computer.Delete",
        "configure,POST,n/launchSlaveAgent,Computer.Connect",
        "connect,POST,n/toggleOffline,Computer.Disconnect",
        "connect,POST,(built-in)/toggleOffline,Computer.Disconnect",
        "connect,POST,n/changeOfflineCause,Computer.Disconnect",
        "reader,GET,n/log,Computer.Connect",
        "reader,GET,n/logText/progressiveText,Computer.Connect",
        "reader,GET,n/systemInfo,Computer.Connect",
        "configure,GET,n/jenkins-agent.jnlp,Computer.Connect",
        "disconnect,POST,n/scriptText,Hudson.Administer",
        "disconnect,POST,updateNow,Hudson.Administer",
        "owner,GET,n/config.xml,Computer.Configure",
    })
    void action_withoutItsPermission_saysWhichIsMissing(String user, String method, String path, String id)
            throws Exception {
        var answer = as(user).send(method, "computer/" + path);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
        assertThat(answer.header("X-Required-Permission")).isEqualTo("hudson.model." + id);
        assertThat(answer.body()).doesNotContain("sesame");
        assertThat(alice.get("computer/n/api/json?tree=temporarilyOffline").body())
                .contains("false");
    }

    @Test
    void action_withItsPermission_isDone() throws Exception {
        assertThat(as("create")
                        .form("computer/doCreateItem", "name=made&" + FORM)
                        .status())
                .isEqualTo(302);
        assertThat(as("disconnect").post("computer/made/toggleOffline").status())
                .isEqualTo(302);
        assertThat(as("connect").post("computer/made/toggleOffline").status()).isEqualTo(302);
        assertThat(as("configure")
                        .post("computer/made/submitDescription?description=d")
                        .status())
                .isEqualTo(302);
        assertThat(as("delete").post("computer/made/doDelete").status()).isEqualTo(302);
    }

    @Test
    void configXml_readerWhoMayNotConfigure_seesNoSecrets() throws Exception {
        var document = as("configure").text("computer/n/config.xml");
        assertThat(document)
                .containsPattern("<password>\\{AQAAABAAAA[A-Za-z0-9+/=]+}</password>")
                .doesNotContain("sesame");
        assertThat(as("configure")
                        .post("computer/n/config.xml", XML, document.getBytes(UTF_8))
                        .status())
                .isEqualTo(200);
        assertThat(as("configure").text("computer/n/config.xml")).isEqualTo(document);
        assertThat(as("extended").text("computer/n/config.xml"))
                .contains("<password>********</password>")
                .doesNotContain("sesame");
    }

    @Test
    void permissions_ofTheNodeItself_holdForItAlone() throws Exception {
        var document = as("owner").text("computer/owned/config.xml");

        assertThat(document).contains("hudson.model.Computer.Configure:owner");
        assertThat(as("owner")
                        .post("computer/owned/config.xml", XML, document.getBytes(UTF_8))
                        .status())
                .isEqualTo(200);
        assertThat(as("owner").post("computer/owned/doDelete").status()).isEqualTo(403);
    }

    @Test
    void everybody_anonymous_seesNothing() throws Exception {
        assertThat(SERVER.client().get("computer/api/json").status()).isEqualTo(403);
        assertThat(SERVER.client().get("computer/n/jenkins-agent.jnlp").status())
                .isEqualTo(403);
        assertThat(as("reader").text("computer/n/api/json?tree=monitorData[*]")).contains("\"monitorData\":{}");
    }
}
