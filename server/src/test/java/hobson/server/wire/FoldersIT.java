package hobson.server.wire;

import static hobson.server.wire.WireClient.XML;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders, what is in them, and items of kinds that cannot be run here. */
class FoldersIT {
    @RegisterExtension
    static final WireServer SERVER = WireServer.open();

    private static final String FOLDER = "com.cloudbees.hudson.plugins.folder.Folder";
    private static WireClient client = new WireClient("");

    @BeforeAll
    static void login() throws Exception {
        client = SERVER.client().withCrumb();
    }

    private static void folder(String path, String name) throws Exception {
        created(path, name, "<" + FOLDER + "/>");
    }

    private static void created(String path, String name, String document) throws Exception {
        var answer = client.post(path + "createItem?name=" + name, XML, document.getBytes(UTF_8));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private static String names(String path) throws Exception {
        return client.text(path + "api/json?tree=jobs[fullName]")
                .replaceAll(".*\"jobs\":|\"_class\":\"[^\"]*\",|\"fullName\":|[{}\"]", "");
    }

    @Test
    void createItem_nestedByEveryMeans_isThereWithItsFullName() throws Exception {
        assertThat(client.form("createItem", "name=made&mode=" + FOLDER).location())
                .isEqualTo("/job/made/configure");
        folder("job/made/", "b%C3%BCro");
        created("job/MADE/job/B%C3%9CRO/", "deep", Project.of());
        assertThat(client.form("job/made/createItem", "name=copy&mode=copy&from=b%C3%BCro/deep")
                        .location())
                .isEqualTo("/job/made/job/copy/configure");

        assertThat(names("job/made/")).isEqualTo("[made/büro,made/copy]");
        assertThat(client.text("job/made/job/b%C3%BCro/job/deep/api/json?tree=fullName,fullDisplayName,url"))
                .contains("\"fullDisplayName\":\"made » büro » deep\",\"fullName\":\"made/büro/deep\"")
                .contains("job/made/job/b%C3%BCro/job/deep/");
        assertThat(client.text("api/json?tree=jobs[name]")).doesNotContain("deep");
        assertThat(client.post("job/nowhere/createItem?name=x", XML, "<project/>".getBytes(UTF_8)))
                .returns(404, Answer::status);
    }

    @Test
    void copyFolder_withItems_copiesThemHeldOff() throws Exception {
        folder("", "from");
        folder("job/from/", "inner");
        created("job/from/job/inner/", "job", Project.of());

        assertThat(client.form("createItem", "name=to&mode=copy&from=from").status())
                .isEqualTo(302);

        assertThat(names("job/to/job/inner/")).isEqualTo("[to/inner/job]");
        assertThat(client.text("job/to/job/inner/job/job/api/json?tree=buildable"))
                .contains("false");
        assertThat(client.text("job/from/job/inner/job/job/api/json?tree=buildable"))
                .contains("true");
    }

    @Test
    void renameAndMove_folderWithABuiltJob_keepBuildsWorkspaceAndReferences() throws Exception {
        folder("", "old");
        folder("", "target");
        created("job/old/", "job", Project.of(Project.shell("echo here > file")));
        created(
                "",
                "caller",
                "<project><publishers><hudson.tasks.BuildTrigger><childProjects>old/job</childProjects></hudson.tasks.BuildTrigger></publishers></project>");
        assertThat(client.build("old/job/job", "build")).isEqualTo(1);

        assertThat(client.form("job/old/confirmRename", "newName=new").location())
                .isEqualTo("/job/new");
        assertThat(client.form("job/new/move/move", "destination=/target").location())
                .isEqualTo("/job/target/job/new/");

        assertThat(client.get("job/new/api/json").status()).isEqualTo(404);
        assertThat(client.text("job/target/job/new/job/job/1/api/json?tree=fullDisplayName,result"))
                .contains("target » new » job #1", "SUCCESS");
        assertThat(client.text("job/target/job/new/job/job/ws/file")).isEqualTo("here\n");
        assertThat(client.text("job/caller/api/json?tree=downstreamProjects[fullName]"))
                .contains("target/new/job");
        assertThat(client.build("target/job/new/job/job", "build")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"/stays/inside", "/nowhere", "stays", "/stays/job", "''"})
    void move_toWhereItCannotGo_staysWithoutAnError(String destination) throws Exception {
        if (client.get("job/stays/api/json").status() == 404) {
            folder("", "stays");
            folder("job/stays/", "inside");
            created("job/stays/", "job", Project.of());
        }

        var answer = client.form("job/stays/move/move", "destination=" + WireClient.encoded(destination));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(names("job/stays/")).isEqualTo("[stays/inside,stays/job]");
    }

    @Test
    void delete_folder_takesRunningBuildsAndQueuedOnesAlong() throws Exception {
        folder("", "gone");
        created("job/gone/", "runs", Project.of(Project.shell("sleep 60")));
        client.start("gone/job/runs", "build");

        assertThat(client.send("DELETE", "job/gone/").status()).isEqualTo(204);

        assertThat(client.get("job/gone/job/runs/api/json").status()).isEqualTo(404);
        assertThat(client.text("computer/api/json?tree=busyExecutors")).contains("\"busyExecutors\":0");
        folder("", "gone");
        assertThat(names("job/gone/")).isEqualTo("[]");
    }

    @Test
    void delete_folderWhileItIsFilled_leavesNothingBehind() throws Exception {
        for (int round = 0; round < 5; round++) {
            folder("", "race");
            var answers = new ArrayList<Future<Integer>>();
            try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 20; i++) {
                    var name = "job" + i;
                    answers.add(callers.submit(
                            () -> client.post("job/race/createItem?name=" + name, XML, "<project/>".getBytes(UTF_8))
                                    .status()));
                }
                assertThat(client.send("DELETE", "job/race/").status()).isEqualTo(204);
            }
            assertThat(answers).extracting(Future::resultNow).isSubsetOf(200, 404, 409);
            assertThat(client.get("job/race/job/job0/api/json").status()).isEqualTo(404);
        }
        folder("", "race");
        assertThat(names("job/race/")).isEqualTo("[]");
    }

    @Test
    void views_ofAFolder_areInItsDocumentAndFollowItsItems() throws Exception {
        folder("", "viewed");
        created("job/viewed/", "a", Project.of());
        created("job/viewed/", "b", Project.of());
        var view = "<hudson.model.ListView><jobNames><string>a</string></jobNames></hudson.model.ListView>";
        assertThat(client.post("job/viewed/createView?name=mine", XML, view.getBytes(UTF_8))
                        .status())
                .isEqualTo(200);

        assertThat(names("job/viewed/view/mine/")).isEqualTo("[viewed/a]");
        assertThat(client.form("job/viewed/job/a/confirmRename", "newName=z").status())
                .isEqualTo(302);
        assertThat(client.form("job/viewed/view/mine/addJobToView", "name=viewed/b")
                        .status())
                .isEqualTo(200);
        assertThat(names("job/viewed/view/mine/")).isEqualTo("[viewed/b,viewed/z]");
        assertThat(client.text("job/viewed/api/json?tree=views[name],primaryView[name]"))
                .contains("\"primaryView\":{\"_class\":\"hudson.model.AllView\",\"name\":\"All\"}", "mine");
        assertThat(client.text("job/viewed/config.xml")).contains("<name>mine</name>", "<string>z</string>");
        assertThat(client.post("job/viewed/view/mine/createItem?name=c", XML, "<project/>".getBytes(UTF_8))
                        .status())
                .isEqualTo(200);
        assertThat(client.form("job/viewed/view/mine/doDelete", "").location()).isEqualTo("/job/viewed/");
        assertThat(client.post("job/viewed/config.xml", XML, ("<" + FOLDER + "/>").getBytes(UTF_8))
                        .status())
                .isEqualTo(200);
        assertThat(names("job/viewed/")).isEqualTo("[viewed/b,viewed/c,viewed/z]");
    }

    @ParameterizedTest
    @CsvSource({
        "flow-definition, org.jenkinsci.plugins.workflow.job.WorkflowJob, org.jenkinsci.plugins.workflow.job.WorkflowRun",
        "matrix-project, hudson.matrix.MatrixProject, hudson.matrix.MatrixBuild",
        "maven2-moduleset, hudson.maven.MavenModuleSet, hudson.maven.MavenModuleSetBuild",
    })
    void build_jobThatCannotBeRun_failsAndSaysSo(String root, String type, String build) throws Exception {
        created("", root, "<" + root + "><canRoam>true</canRoam></" + root + ">");

        int number = client.build(root, "build");

        assertThat(client.text("job/" + root + "/api/json")).contains("\"_class\":\"" + type + "\"");
        assertThat(client.text("job/" + root + "/" + number + "/api/json"))
                .contains("\"_class\":\"" + build + "\"", "\"result\":\"FAILURE\"");
        assertThat(client.text("job/" + root + "/" + number + "/consoleText")).contains(type);
    }

    @Test
    void computedFolder_takesNoItems_andItsScanSaysWhatItIs() throws Exception {
        var kind = "org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject";
        created("", "branches", "<" + kind + "/>");

        assertThat(client.post("job/branches/createItem?name=x", XML, "<project/>".getBytes(UTF_8))
                        .status())
                .isEqualTo(403);
        assertThat(client.text("job/branches/api/json")).contains(kind, "\"sources\":[]", "\"buildable\":false");
        assertThat(client.form("job/branches/build", "").status()).isEqualTo(302);
        assertThat(client.text("job/branches/indexing/consoleText")).contains("cannot scan");
    }

    @Test
    void createItem_tooDeep_isRefused() throws Exception {
        var at = new StringBuilder();
        for (int depth = 0; depth < 99; depth++) {
            folder(at.toString(), "d");
            at.append("job/d/");
        }
        created(at.toString(), "last", Project.of());

        assertThat(client.form("createItem", "name=copy&mode=copy&from=d").status())
                .isEqualTo(302);
        created(at.toString(), "f", "<" + FOLDER + "/>");
        var answer = client.post(at + "job/f/createItem?name=x", XML, "<project/>".getBytes(UTF_8));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("X-Error")).contains("more than 99 folders");
        folder("", "above");
        assertThat(client.form("job/d/move/move", "destination=/above").status())
                .isEqualTo(400);
        assertThat(client.get(at + "job/last/api/json").status()).isEqualTo(200);
    }

    @Test
    void matrix_combinations_haveAddresses() throws Exception {
        created("", "matrix", """
                <matrix-project><axes><hudson.matrix.TextAxis><name>os</name>
                <values><string>a</string><string>b</string></values></hudson.matrix.TextAxis></axes></matrix-project>""");

        assertThat(client.text("job/matrix/api/json?tree=activeConfigurations[name]"))
                .contains("{\"name\":\"os=a\"},{\"name\":\"os=b\"}");
        assertThat(client.text("job/matrix/os=b/api/json")).contains("\"fullName\":\"matrix/os=b\"");
        assertThat(client.get("job/matrix/os=c/api/json").status()).isEqualTo(404);
    }
}
