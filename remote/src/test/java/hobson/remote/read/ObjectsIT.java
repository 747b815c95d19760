package hobson.remote.read;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.build.Cause;
import hobson.engine.build.Result;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Bytes as Jenkins 2.462 sent them, with this server's addresses and times. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObjectsIT {
    private ReadServer server;

    @BeforeAll
    void start(@TempDir Path home) throws Exception {
        server = ReadServer.open(home);
        server.job("empty", "description=first & foremost");
        var ok = server.job("ok", "description=a job that works");
        for (int i = 0; i < 2; i++) server.built(ok, Result.SUCCESS);
        server.archive(ok, 1, "out/a.txt", "out/sub/b.txt");
        server.job("par", "parameter=S");
        server.job("stuck", "label=nosuchlabel");
        server.job("up", "triggers=down");
        server.built(server.job("down"), Result.FAILURE, new Cause.Upstream("up", 1, List.of()));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void root_json_isAsRecorded() throws Exception {
        assertThat(server.body("/api/json")).isEqualTo("""
                {"_class":"hudson.model.Hudson","assignedLabels":[{"name":"built-in"}],"mode":"NORMAL",\
                "nodeDescription":"the Jenkins controller's built-in node","nodeName":"","numExecutors":2,"description":null,\
                "jobs":[{"_class":"hudson.model.FreeStyleProject","name":"down","url":"ROOT/job/down/","color":"red"},\
                {"_class":"hudson.model.FreeStyleProject","name":"empty","url":"ROOT/job/empty/","color":"notbuilt"},\
                {"_class":"hudson.model.FreeStyleProject","name":"ok","url":"ROOT/job/ok/","color":"blue"},\
                {"_class":"hudson.model.FreeStyleProject","name":"par","url":"ROOT/job/par/","color":"notbuilt"},\
                {"_class":"hudson.model.FreeStyleProject","name":"stuck","url":"ROOT/job/stuck/","color":"notbuilt"},\
                {"_class":"hudson.model.FreeStyleProject","name":"up","url":"ROOT/job/up/","color":"notbuilt"}],\
                "overallLoad":{},"primaryView":{"_class":"hudson.model.AllView","name":"all","url":"ROOT/"},\
                "quietDownReason":null,"quietingDown":false,"slaveAgentPort":-1,\
                "unlabeledLoad":{"_class":"jenkins.model.UnlabeledLoadStatistics"},"url":null,"useCrumbs":true,\
                "useSecurity":false,"views":[{"_class":"hudson.model.AllView","name":"all","url":"ROOT/"}]}""");
    }

    @Test
    void job_neverBuilt_isAsRecorded() throws Exception {
        assertThat(server.body("/job/empty/api/json")).isEqualTo("""
                {"_class":"hudson.model.FreeStyleProject","actions":[{}],"description":"first & foremost","displayName":"empty",\
                "displayNameOrNull":null,"fullDisplayName":"empty","fullName":"empty","name":"empty","url":"ROOT/job/empty/",\
                "buildable":true,"builds":[],"color":"notbuilt","firstBuild":null,"healthReport":[],"inQueue":false,\
                "keepDependencies":false,"lastBuild":null,"lastCompletedBuild":null,"lastFailedBuild":null,\
                "lastStableBuild":null,"lastSuccessfulBuild":null,"lastUnstableBuild":null,"lastUnsuccessfulBuild":null,\
                "nextBuildNumber":1,"property":[],"queueItem":null,"concurrentBuild":false,"disabled":false,\
                "downstreamProjects":[],"labelExpression":null,"scm":{"_class":"hudson.scm.NullSCM"},"upstreamProjects":[]}""");
    }

    @Test
    void job_neverBuiltAsXml_isAsRecorded() throws Exception {
        assertThat(server.body("/job/empty/api/xml")).isEqualTo("""
                <freeStyleProject _class='hudson.model.FreeStyleProject'><action></action>\
                <description>first &amp; foremost</description><displayName>empty</displayName>\
                <fullDisplayName>empty</fullDisplayName><fullName>empty</fullName><name>empty</name>\
                <url>ROOT/job/empty/</url><buildable>true</buildable><color>notbuilt</color><inQueue>false</inQueue>\
                <keepDependencies>false</keepDependencies><nextBuildNumber>1</nextBuildNumber>\
                <concurrentBuild>false</concurrentBuild><disabled>false</disabled>\
                <scm _class='hudson.scm.NullSCM'></scm></freeStyleProject>""");
    }

    @Test
    void job_withBuilds_isAsRecorded() throws Exception {
        var first = "{\"_class\":\"hudson.model.FreeStyleBuild\",\"number\":1,\"url\":\"ROOT/job/ok/1/\"}";
        var second = "{\"_class\":\"hudson.model.FreeStyleBuild\",\"number\":2,\"url\":\"ROOT/job/ok/2/\"}";

        assertThat(server.body("/job/ok/api/json"))
                .isEqualTo("""
                {"_class":"hudson.model.FreeStyleProject","actions":[{}],"description":"a job that works","displayName":"ok",\
                "displayNameOrNull":null,"fullDisplayName":"ok","fullName":"ok","name":"ok","url":"ROOT/job/ok/",\
                "buildable":true,"builds":[SECOND,FIRST],"color":"blue","firstBuild":FIRST,\
                "healthReport":[{"description":"Build stability: No recent builds failed.",\
                "iconClassName":"icon-health-80plus","iconUrl":"health-80plus.png","score":100}],"inQueue":false,\
                "keepDependencies":false,"lastBuild":SECOND,"lastCompletedBuild":SECOND,"lastFailedBuild":null,\
                "lastStableBuild":SECOND,"lastSuccessfulBuild":SECOND,"lastUnstableBuild":null,"lastUnsuccessfulBuild":null,\
                "nextBuildNumber":3,"property":[],"queueItem":null,"concurrentBuild":false,"disabled":false,\
                "downstreamProjects":[],"labelExpression":null,"scm":{"_class":"hudson.scm.NullSCM"},"upstreamProjects":[]}""".replace("FIRST", first).replace("SECOND", second));
    }

    @Test
    void job_parameterized_listsThePropertyAmongActionsToo() throws Exception {
        assertThat(server.body("/job/par/api/json")).contains("""
                "actions":[{"_class":"hudson.model.ParametersDefinitionProperty",\
                "parameterDefinitions":[{"_class":"hudson.model.StringParameterDefinition","name":"S"}]},{}]""", """
                "property":[{"_class":"hudson.model.ParametersDefinitionProperty",\
                "parameterDefinitions":[{"_class":"hudson.model.StringParameterDefinition","name":"S"}]}]""");
    }

    @Test
    void job_triggersAnother_isShownOnBothSides() throws Exception {
        assertThat(server.body("/job/up/api/json?tree=downstreamProjects[name,url]"))
                .isEqualTo(
                        "{\"_class\":\"hudson.model.FreeStyleProject\",\"downstreamProjects\":["
                                + "{\"_class\":\"hudson.model.FreeStyleProject\",\"name\":\"down\",\"url\":\"ROOT/job/down/\"}]}");
        assertThat(server.body("/job/down/api/json?tree=upstreamProjects[name]"))
                .contains("\"name\":\"up\"");
    }

    @Test
    void build_withArtifacts_isAsRecorded() throws Exception {
        assertThat(server.body("/job/ok/1/api/json")).isEqualTo("""
                {"_class":"hudson.model.FreeStyleBuild","actions":[{"_class":"hudson.model.CauseAction",\
                "causes":[{"_class":"hudson.model.Cause$UserIdCause","shortDescription":"Started by user anonymous",\
                "userId":null,"userName":"anonymous"}]},{}],\
                "artifacts":[{"displayPath":"a.txt","fileName":"a.txt","relativePath":"out/a.txt"},\
                {"displayPath":"b.txt","fileName":"b.txt","relativePath":"out/sub/b.txt"}],"building":false,"description":null,\
                "displayName":"#1","duration":1500,"estimatedDuration":1500,"executor":null,"fullDisplayName":"ok #1","id":"1",\
                "inProgress":false,"keepLog":false,"number":1,"queueId":1,"result":"SUCCESS","timestamp":1767600000000,\
                "url":"ROOT/job/ok/1/","builtOn":"",\
                "changeSet":{"_class":"hudson.scm.EmptyChangeLogSet","items":[],"kind":null},"culprits":[]}""");
    }

    @Test
    void build_upstream_isAsRecorded() throws Exception {
        assertThat(server.body("/job/down/1/api/json?tree=actions[causes[*]]")).isEqualTo("""
                {"_class":"hudson.model.FreeStyleBuild","actions":[{"_class":"hudson.model.CauseAction",\
                "causes":[{"_class":"hudson.model.Cause$UpstreamCause",\
                "shortDescription":"Started by upstream project \\"up\\" build number 1","upstreamBuild":1,\
                "upstreamProject":"up","upstreamUrl":"job/up/"}]}]}""");
    }

    @Test
    void fingerprint_known_isAsRecorded() throws Exception {
        assertThat(server.body("/fingerprint/388f541e76114aaef9af809e0ac6dc5b/api/json"))
                .isEqualTo("""
                {"_class":"hudson.model.Fingerprint","fileName":"a.txt","hash":"388f541e76114aaef9af809e0ac6dc5b",\
                "original":{"name":"ok","number":1},"timestamp":1767600000000,\
                "usage":[{"name":"ok","ranges":{"ranges":[{"end":2,"start":1}]}}]}""");
        assertThat(server.body("/job/ok/1/api/json?tree=fingerprint[*[*]]")).isEqualTo("""
                {"_class":"hudson.model.FreeStyleBuild","fingerprint":[{"fileName":"a.txt",\
                "hash":"388f541e76114aaef9af809e0ac6dc5b","original":{"name":"ok","number":1},"timestamp":1767600000000,\
                "usage":[{"name":"ok","ranges":{}}]}]}""");
    }

    @Test
    void computer_idle_isAsRecorded() throws Exception {
        assertThat(server.body("/computer/(built-in)/api/xml").replaceAll("<monitorData>.*</monitorData>", ""))
                .isEqualTo("""
                <masterComputer _class='hudson.model.Hudson$MasterComputer'><assignedLabel><name>built-in</name></assignedLabel>\
                <description>the Jenkins controller's built-in node</description><displayName>Built-In Node</displayName>\
                <executor></executor><executor></executor><icon>symbol-computer</icon>\
                <iconClassName>symbol-computer</iconClassName><idle>true</idle><jnlpAgent>false</jnlpAgent>\
                <launchSupported>true</launchSupported><loadStatistics _class='hudson.model.Label$1'></loadStatistics>\
                <manualLaunchAllowed>true</manualLaunchAllowed><numExecutors>2</numExecutors><offline>false</offline>\
                <offlineCauseReason></offlineCauseReason><temporarilyOffline>false</temporarilyOffline></masterComputer>""");
    }

    @Test
    void computers_tree_isAsRecorded() throws Exception {
        assertThat(
                        server.body(
                                "/computer/api/json?tree=computer[displayName,offline,executors[idle,number,currentExecutable[url]]],busyExecutors"))
                .isEqualTo("""
                {"_class":"hudson.model.ComputerSet","busyExecutors":0,"computer":[{"_class":"hudson.model.Hudson$MasterComputer",\
                "displayName":"Built-In Node","executors":[{"currentExecutable":null,"idle":true,"number":0},\
                {"currentExecutable":null,"idle":true,"number":1}],"offline":false}]}""");
    }

    @Test
    void label_unknown_hasTiedJobsAndNoNodes() throws Exception {
        assertThat(server.body("/label/nosuchlabel/api/json")).isEqualTo("""
                {"_class":"hudson.model.labels.LabelAtom","actions":[],"busyExecutors":0,"clouds":[],"description":null,\
                "idleExecutors":0,"loadStatistics":{"_class":"hudson.model.Label$1"},"name":"nosuchlabel","nodes":[],\
                "offline":true,"tiedJobs":[{"_class":"hudson.model.FreeStyleProject","name":"stuck",\
                "url":"ROOT/job/stuck/","color":"notbuilt"}],"totalExecutors":0,"propertiesList":[]}""");
    }

    @Test
    void label_ofTheNode_isAsRecorded() throws Exception {
        assertThat(server.body("/label/built-in/api/xml")).isEqualTo("""
                <labelAtom _class='hudson.model.labels.LabelAtom'><busyExecutors>0</busyExecutors>\
                <idleExecutors>2</idleExecutors><loadStatistics _class='hudson.model.Label$1'></loadStatistics>\
                <name>built-in</name><node _class='hudson.model.Hudson'><nodeName></nodeName></node><offline>false</offline>\
                <totalExecutors>2</totalExecutors></labelAtom>""");
    }

    @Test
    void overallLoad_isAsRecorded() throws Exception {
        assertThat(server.body("/overallLoad/api/json")).isEqualTo("""
                {"_class":"hudson.model.OverallLoadStatistics","availableExecutors":{},"busyExecutors":{},\
                "connectingExecutors":{},"definedExecutors":{},"idleExecutors":{},"onlineExecutors":{},"queueLength":{},\
                "totalExecutors":{},"totalQueueLength":{}}""");
        assertThat(server.body("/unlabeledLoad/api/xml"))
                .startsWith(
                        "<unlabeledLoadStatistics _class='jenkins.model.UnlabeledLoadStatistics'><availableExecutors></availableExecutors>");
        assertThat(server.body("/label/built-in/loadStatistics/api/xml"))
                .startsWith("<loadStatistics _class='hudson.model.Label$1'>");
    }

    @Test
    void view_all_isAsRecorded() throws Exception {
        assertThat(server.body("/view/All/api/json"))
                .startsWith("{\"_class\":\"hudson.model.AllView\",\"description\":null,\"jobs\":[")
                .endsWith("],\"name\":\"all\",\"property\":[],\"url\":\"ROOT/\"}");
    }

    @Test
    void scm_none_saysItsType() throws Exception {
        assertThat(server.body("/job/ok/scm/api/json"))
                .isEqualTo("{\"_class\":\"hudson.scm.NullSCM\",\"browser\":null,\"type\":\"hudson.scm.NullSCM\"}");
    }
}
