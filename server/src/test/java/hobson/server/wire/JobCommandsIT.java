package hobson.server.wire;

import static hobson.server.wire.Project.shell;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hobson.server.wire.CommandLineJar.Said;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands about jobs ({@code cli.md §7.1}). */
class JobCommandsIT {
    private static final String FOLDER =
            "<com.cloudbees.hudson.plugins.folder.Folder><description>d</description></com.cloudbees.hudson.plugins.folder.Folder>";
    private static final String VIEW =
            "<hudson.model.ListView><jobNames><string>p1</string></jobNames><columns/></hudson.model.ListView>";

    @RegisterExtension
    static final WireServer SERVER = WireServer.of(
            "admin: Overall/Administer",
            "alice: Overall/Read, Job/Read, Job/Build, View/Read",
            "bob: Overall/Read, Job/Discover",
            "eve: Overall/Read");

    private static final CommandSocket SOCKET = new CommandSocket(SERVER);

    private static @Nullable CommandLineJar jar;

    @BeforeAll
    static void createJobs() throws Exception {
        jar = new CommandLineJar(SERVER);
        var client = SERVER.as("admin");
        client.create("p1", Project.of(shell("true")));
        client.create("Team", FOLDER);
        client.post(
                "job/Team/createItem?name=inner", WireClient.XML, Project.of().getBytes(UTF_8));
        client.post("createView?name=some", WireClient.XML, VIEW.getBytes(UTF_8));
    }

    private static CommandLineJar jar() {
        return Objects.requireNonNull(jar);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            admin | create-job p1             | 4 | Job 'p1' already exists
            admin | create-job none/x         | 3 | Unknown ItemGroup none
            admin | create-job p1/x           | 4 | Can't create job from CLI in p1
            alice | create-job new            | 6 | alice is missing the Job/Create permission
            admin | copy-job zz new           | 3 | No such job 'zz'; perhaps you meant 'p1'?
            admin | copy-job p1 Team/inner    | 4 | Job 'Team/inner' already exists
            alice | copy-job p1 new           | 6 | alice is missing the Job/Create permission
            admin | delete-job zz             | 3 | No such job 'zz'
            alice | delete-job p1             | 6 | alice is missing the Job/Delete permission
            admin | get-job zz                | 3 | No such job 'zz'; perhaps you meant 'p1'?
            admin | get-job Team/iner         | 3 | No such job 'Team/iner'; perhaps you meant 'Team/inner'?
            alice | get-job p1                | 6 | alice is missing the Job/Configure permission
            admin | update-job zz             | 3 | No such job 'zz'; perhaps you meant 'p1'?
            alice | update-job p1             | 6 | alice is missing the Job/Configure permission
            alice | disable-job p1            | 6 | alice is missing the Job/Configure permission
            admin | reload-job zz             | 3 | No such item ‘zz’ exists. Perhaps you meant ‘p1’?
            alice | reload-job p1             | 6 | alice is missing the Job/Configure permission
            admin | list-jobs zz              | 3 | No view or item group with the given name 'zz' found.
            bob   | get-job p1                | 6 | Please login to access job p1
            eve   | get-job p1                | 3 | No such job 'p1'
            eve   | reload-job p1             | 3 | No such item ‘p1’ exists.
            ''    | list-jobs                 | 6 | anonymous is missing the Overall/Read permission
            """)
    void refused_saysWhy(String user, String line, int code, String sentence) throws Exception {
        assertThat(SOCKET.run(user, line.split(" ", -1))).isEqualTo(Said.error(code, sentence));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            create-job           | Argument "NAME" is required
            copy-job p1          | Argument "DST" is required
            delete-job           | Argument "NAME" is required
            get-job -x p1        | "-x" is not a valid option
            update-job p1 p2     | Too many arguments: p2
            enable-job zz        | No such job ‘zz’ exists. Perhaps you meant ‘p1’?
            disable-job zz       | No such job ‘zz’ exists. Perhaps you meant ‘p1’?
            disable-job Team     | No such job ‘Team’ exists. Perhaps you meant ‘p1’?
            reload-job           | Argument "NAME" is required
            """)
    void wrongArguments_showUsage(String line, String sentence) throws Exception {
        var said = SOCKET.run("admin", line.split(" ", -1));

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .startsWith("\nERROR: " + sentence + "\njava -jar jenkins-cli.jar " + line.split(" ", 2)[0] + " ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            create-job a?b     | <project/>                                                          | unsafe character
            create-job bad     | <project                                                            | line
            create-job bad     | ''                                                                  | empty
            create-job bad     | <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><project>&e;</project> | DOCTYPE
            update-job p1      | <project                                                            | line
            """)
    void badDocument_isToldAndChangesNothing(String line, String document, String reason) throws Exception {
        var before = jar().run("admin", "get-job", "p1");

        var said = jar().with(document, "admin", line.split(" ", -1));

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err())
                .startsWith("\nERROR: Unexpected exception occurred while performing " + line.split(" ", 2)[0]
                        + " command.\n")
                .contains(reason)
                .doesNotContain("root:");
        assertThat(jar().run("admin", "get-job", "p1")).isEqualTo(before);
        assertThat(jar().run("admin", "get-job", "bad").code()).isEqualTo(3);
    }

    @Test
    void document_isKeptByteForByte() throws Exception {
        var first = "<project><description>ä &amp; 1</description></project>\n";
        var second = "<?xml version='1.1' encoding='UTF-8'?>\n<project><description>ü</description></project>";

        assertThat(jar().with(first, "admin", "create-job", "Team/kept")).isEqualTo(Said.nothing());
        assertThat(jar().run("admin", "get-job", "/Team/kept")).isEqualTo(new Said(0, first, ""));
        assertThat(jar().with(second, "admin", "update-job", "Team/kept")).isEqualTo(Said.nothing());
        assertThat(jar().run("admin", "get-job", "Team/kept").out()).isEqualTo(second);
        assertThat(jar().run("admin", "copy-job", "Team/kept", "copied")).isEqualTo(Said.nothing());
        assertThat(jar().run("admin", "get-job", "copied").out()).isEqualTo(second);
    }

    @Test
    void deleteJob_several_goesOnAfterFailures() throws Exception {
        var client = SERVER.as("admin");
        for (var name : List.of("old1", "old2")) {
            client.create(name, Project.of());
        }

        assertThat(jar().run("admin", "delete-job", "old1", "zz", "old2", "old1"))
                .isEqualTo(new Said(5, "", """
                        zz: No such job 'zz'

                        ERROR: Error occurred while performing this command, see previous stderr output.
                        """));
        assertThat(client.get("job/old1/").status()).isEqualTo(404);
        assertThat(client.get("job/old2/").status()).isEqualTo(404);
    }

    @Test
    void switches_ofAJob_areThoseOfTheApi() throws Exception {
        var client = SERVER.as("admin");
        client.create("switched", Project.of());

        assertThat(jar().run("admin", "disable-job", "switched")).isEqualTo(Said.nothing());
        assertThat(client.text("job/switched/api/json?tree=color")).contains("disabled");
        assertThat(jar().run("admin", "enable-job", "switched")).isEqualTo(Said.nothing());
        assertThat(client.text("job/switched/api/json?tree=color")).contains("notbuilt");
        assertThat(jar().run("admin", "reload-job", "switched", "Team")).isEqualTo(Said.nothing());
    }

    @Test
    void listJobs_ofServerFolderAndView_areShortNames() throws Exception {
        assertThat(jar().run("alice", "list-jobs").out().lines())
                .contains("p1", "Team")
                .doesNotContain("inner");
        assertThat(jar().run("alice", "list-jobs", "Team").out().lines())
                .contains("inner")
                .doesNotContain("p1");
        assertThat(jar().run("alice", "list-jobs", "some")).isEqualTo(new Said(0, "p1\n", ""));
        assertThat(jar().run("eve", "list-jobs")).isEqualTo(Said.nothing());
    }
}
