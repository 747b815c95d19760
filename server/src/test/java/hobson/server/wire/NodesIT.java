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

/** Creating, configuring, taking out of service and deleting agents. */
class NodesIT {
    @RegisterExtension
    static final WireServer SERVER = WireServer.open();

    private static final String KIND = "type=hudson.slaves.DumbSlave";
    private static WireClient client = new WireClient("");

    @BeforeAll
    static void createAgent() throws Exception {
        client = SERVER.client().withCrumb();
        create("stays", "{\"numExecutors\":2,\"labelString\":\"linux fast\"}");
    }

    private static void create(String name, String json) throws Exception {
        var answer = client.form("computer/doCreateItem", "name=" + name + "&" + KIND + "&json=" + encoded(json));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(302);
        assertThat(answer.location()).isEqualTo("/computer/");
    }

    private static String document(String name) throws Exception {
        return client.text("computer/" + name + "/config.xml");
    }

    private static String state(String name, String tree) throws Exception {
        return client.text("computer/" + name + "/api/json?tree=" + tree)
                .replaceAll("\"_class\":\"[^\"]*Computer\",", "");
    }

    /** The forms in which client libraries send agents. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {} | <numExecutors>1</numExecutors>
            {"numExecutors":"3"} | <numExecutors>3</numExecutors>
            {"numExecutors":"x"} | <numExecutors>1</numExecutors>
            {"labelString":null,"mode":"EXCLUSIVE"} | <mode>EXCLUSIVE</mode>
            {"name":"other","nodeDescription":"<&>","type":"t","":["x"]} | <description>&lt;&amp;&gt;</description>
            {"retentionsStrategy":{"stapler-class":"misspelt"}} | <label></label>
            {"retentionStrategy":{"stapler-class":"hudson.slaves.RetentionStrategy$Demand","inDemandDelay":"0","idleDelay":"0"}} | <idleDelay>1</idleDelay>
            {"launcher":{"stapler-class":"hudson.slaves.JNLPLauncher","webSocket":true,"tunnel":"h:1"}} | <tunnel>h:1</tunnel>
            {"launcher":{"$class":"hudson.slaves.CommandLauncher","command":"ssh h"}} | <agentCommand>ssh h</agentCommand>
            {"launcher":{"stapler-class":"hudson.plugins.sshslaves.SSHLauncher","host":"h","port":"","credentialsId":"c"}} | <port>22</port>
            {"nodeProperties":{"stapler-class-bag":"true","hudson-slaves-EnvironmentVariablesNodeProperty":{"env":[{"key":"A","value":"1"}]}}} | <string>A</string>
            {"nodeProperties":{"hudson-tools-ToolLocationNodeProperty":{"locations":{"key":"a.Git@Default","home":"/g"}}}} | <home>/g</home>
            """)
    void doCreateItem_formOfALibrary_makesTheAgent(String json, String inDocument) throws Exception {
        create("formed", json);

        assertThat(document("formed")).contains("<name>formed</name>").contains(inDocument);
        assertThat(client.post("computer/formed/doDelete").location()).isEqualTo("/computer/");
        assertThat(client.get("computer/formed/api/json").status()).isEqualTo(404);
    }

    @Test
    void doCreateItem_jsonInTheQueryAndRubbishInTheForm_takesTheQuery() throws Exception {
        var query = "name=queried&" + KIND + "&json=" + encoded("{\"numExecutors\":4}");

        assertThat(client.form("computer/doCreateItem?" + query, "json=" + encoded(query)))
                .returns(302, Answer::status);

        assertThat(state("queried", "numExecutors")).isEqualTo("{\"numExecutors\":4}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            doCreateItem | type=hudson.slaves.DumbSlave&json=%7B%7D                              | Query parameter 'name' is required
            doCreateItem | name=%20&type=hudson.slaves.DumbSlave&json=%7B%7D                     | Query parameter 'name' is required
            doCreateItem | name=a%2Fb&type=hudson.slaves.DumbSlave&json=%7B%7D                   | ‘/’ is an unsafe character
            doCreateItem | name=(built-in)&type=hudson.slaves.DumbSlave&json=%7B%7D              | is the built-in node
            doCreateItem | name=stays&type=hudson.slaves.DumbSlave&json=%7B%7D                   | Agent called ‘stays’ already exists
            doCreateItem | name=x&type=hudson.slaves.DumbSlave                                   | This page expects a form submission
            doCreateItem | name=x&type=hudson.slaves.DumbSlave&json=%7B                          | is not JSON
            doCreateItem | name=x&type=no.such&json=%7B%7D                                       | No node type ‘no.such’ is known
            doCreateItem | name=x&type=hudson.slaves.DumbSlave&json=%7B%22mode%22%3A%22A%22%7D   | NORMAL or EXCLUSIVE
            doCreateItem | name=x&type=hudson.slaves.DumbSlave&json=%7B%22numExecutors%22%3A-1%7D | Invalid # of executors
            doCreateItem | name=x&type=hudson.slaves.DumbSlave&json=%7B%22numExecutors%22%3A2000000000%7D | Invalid # of executors
            doCreateItem | name=x&type=hudson.slaves.DumbSlave&json=%7B%22launcher%22%3A%7B%22%24class%22%3A%22no.Such%22%7D%7D | no.Such
            createItem   | name=x                                                                | No mode given
            createItem   | name=x&mode=no.such                                                   | No node type ‘no.such’ is known
            createItem   | name=x&mode=copy                                                      | Specify which agent to copy
            createItem   | name=x&mode=copy&from=nobody                                          | No such agent: nobody
            """)
    void create_thatCannotBe_saysWhy(String action, String fields, String sentence) throws Exception {
        var answer = client.form("computer/" + action, fields);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.body()).contains(sentence.replace("'", "&#39;"));
        assertThat(client.get("computer/x/api/json").status()).isEqualTo(404);
    }

    @Test
    void createItem_copy_isLikeItsSource() throws Exception {
        var answer = client.post("computer/createItem?name=copied&mode=copy&from=stays");

        assertThat(answer.location()).isEqualTo("/computer/copied/configure");
        assertThat(client.post("computer/copied/configure").status()).isEqualTo(200);
        assertThat(document("copied")).isEqualTo(document("stays").replace(">stays<", ">copied<"));
    }

    @Test
    void configXml_otherName_renamesAndRefusesTakenOnes() throws Exception {
        create("old", "{}");
        var document = document("old");
        var taken = document.replace(">old<", ">stays<").getBytes(UTF_8);
        assertThat(client.post("computer/old/config.xml", XML, taken)).returns(400, Answer::status);

        var renamed = document.replace(">old<", ">new name<").replace("<label><", "<label>other<");
        assertThat(client.post("computer/old/config.xml", XML, renamed.getBytes(UTF_8)))
                .returns(200, Answer::status)
                .returns("", Answer::body);

        assertThat(client.get("computer/old/api/json").status()).isEqualTo(404);
        assertThat(document("new%20name")).isEqualTo(renamed);
        assertThat(client.text("label/new%20name/api/json?tree=nodes[nodeName]"))
                .contains("\"new name\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <x                      | 400
            <project/>              | 400
            <slave><name>a/b</name></slave> | 400
            """)
    void configXml_thatIsNone_changesNothing(String document, int status) throws Exception {
        var before = document("stays");

        assertThat(client.post("computer/stays/config.xml", XML, document.getBytes(UTF_8)))
                .returns(status, Answer::status);

        assertThat(document("stays")).isEqualTo(before);
        assertThat(client.send("PUT", "computer/stays/config.xml")).returns(400, Answer::status);
    }

    @Test
    void createItem_documentWithoutExecutors_isNotListedAndCanBeRepaired() throws Exception {
        assertThat(client.post("computer/createItem?name=bare", XML, "<slave><name>n</name></slave>".getBytes(UTF_8)))
                .returns(200, Answer::status);
        assertThat(client.text("computer/api/json?tree=computer[displayName]")).doesNotContain("bare");
        assertThat(client.get("computer/bare/api/json").status()).isEqualTo(404);

        var repaired = document("bare").replace("<numExecutors>0<", "<numExecutors>1<");
        client.post("computer/bare/config.xml", XML, repaired.getBytes(UTF_8));

        assertThat(client.get("computer/bare/api/json").status()).isEqualTo(200);
    }

    @Test
    void configSubmit_rename_leadsToTheNewAddress() throws Exception {
        create("submitted", "{\"labelString\":\"one\"}");
        var none = "json=" + encoded("{\"name\":\"submitted\",\"numExecutors\":\"0\"}");
        assertThat(client.form("computer/submitted/configSubmit", none).status())
                .isEqualTo(400);

        var json = "json=" + encoded("{\"name\":\"resubmitted\",\"numExecutors\":\"5\"}");
        assertThat(client.form("computer/submitted/configSubmit", json).location())
                .isEqualTo("/computer/resubmitted/");

        assertThat(state("resubmitted", "numExecutors,assignedLabels[name]"))
                .isEqualTo("{\"assignedLabels\":[{\"name\":\"resubmitted\"}],\"numExecutors\":5}");
    }

    @Test
    void toggleOffline_thereAndBack_isSeen() throws Exception {
        create("toggled", "{}");
        var tree = "offline,temporarilyOffline,icon,offlineCauseReason,offlineCause[description]";
        assertThat(client.get("computer/toggled/toggleOffline?offlineMessage=x").status())
                .isEqualTo(405);

        assertThat(client.post("computer/toggled/toggleOffline/api/json?offlineMessage=a%20%3A%20disk%20%3Cfull%3E")
                        .location())
                .isEqualTo("/computer/toggled/");
        assertThat(state("toggled", tree))
                .isEqualTo("{\"icon\":\"symbol-computer-disconnected\",\"offline\":true,\"offlineCause\":"
                        + "{\"_class\":\"hudson.slaves.OfflineCause$UserCause\",\"description\":"
                        + "\"Disconnected by anonymous : a : disk <full>\"},"
                        + "\"offlineCauseReason\":\"disk <full>\",\"temporarilyOffline\":true}");
        assertThat(document("toggled")).contains("<string> : a : disk &lt;full&gt;</string>");
        assertThat(client.text("computer/toggled/")).contains("disk &lt;full&gt;");

        client.form("computer/toggled/changeOfflineCause", "offlineMessage=other&json=%7B%7D");
        assertThat(state("toggled", "offlineCauseReason")).contains("\"other\"");
        client.post("computer/toggled/toggleOffline");
        assertThat(state("toggled", "temporarilyOffline,offlineCause"))
                .isEqualTo("{\"offlineCause\":null,\"temporarilyOffline\":false}");
    }

    @Test
    void launch_agentOfAnotherKind_saysThatItFailed() throws Exception {
        create("commanded", "{\"launcher\":{\"$class\":\"hudson.slaves.CommandLauncher\",\"command\":\"x\"}}");

        assertThat(client.post("computer/commanded/launchSlaveAgent").location())
                .isEqualTo("/computer/commanded/log");

        assertThat(state("commanded", "jnlpAgent,launchSupported,offlineCause,offlineCauseReason"))
                .contains("\"jnlpAgent\":false,\"launchSupported\":true")
                .contains("OfflineCause$LaunchFailed")
                .contains("failed to launch the agent process");
        var log = client.get("computer/commanded/logText/progressiveText?start=0");
        assertThat(log.body())
                .startsWith("This server has no means to start agents")
                .endsWith("\r\n");
        assertThat(client.get("computer/commanded/logText/progressiveText?start=" + log.header("X-Text-Size"))
                        .body())
                .isEmpty();
        assertThat(client.get("computer/commanded/jenkins-agent.jnlp").status()).isEqualTo(404);
    }

    @Test
    void label_condition_knowsTheAgentsThatFulfilIt() throws Exception {
        create("labelled", "{\"labelString\":\"unique other\"}");

        assertThat(client.text("label/unique&&!slow/api/json?tree=name,offline,totalExecutors,nodes[nodeName]"))
                .isEqualTo(
                        "{\"_class\":\"hudson.model.labels.LabelExpression$And\",\"name\":\"unique&&!slow\",\"nodes\":"
                                + "[{\"_class\":\"hudson.slaves.DumbSlave\",\"nodeName\":\"labelled\"}],"
                                + "\"offline\":true,\"totalExecutors\":0}");
        assertThat(client.text("label/nobody/api/json?tree=nodes,offline")).contains("\"nodes\":[],\"offline\":true");
    }

    @ParameterizedTest
    @CsvSource({"GET,405", "POST,400"})
    void doDelete_builtInNode_isRefused(String method, int status) throws Exception {
        assertThat(client.send(method, "computer/(built-in)/doDelete").status()).isEqualTo(status);
    }

    @Test
    void agentFile_inboundAgent_hasItsSecret() throws Exception {
        create("inbound", "{\"remoteFS\":\"/home/ci\"}");

        assertThat(client.text("computer/inbound/jenkins-agent.jnlp"))
                .matches("<jnlp><application-desc><argument>[0-9a-f]{64}</argument><argument>inbound</argument>"
                        + "<argument>-workDir</argument><argument>/home/ci</argument><argument>-internalDir</argument>"
                        + "<argument>remoting</argument><argument>-url</argument><argument>http://[^<]*/</argument>"
                        + "</application-desc></jnlp>");
        assertThat(client.get("computer/inbound/slave-agent.jnlp?encrypt=true").bytes().length)
                .isGreaterThan(64);
    }
}
