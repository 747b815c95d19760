package hobson.server.wire;

import static hobson.server.wire.Project.shell;
import static org.assertj.core.api.Assertions.assertThat;

import hobson.server.wire.CommandLineJar.Said;
import java.nio.file.Files;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands about builds that exist ({@code cli.md §7.3}), and those about the server and its caller that anybody may call. */
class BuildRecordCommandsIT {
    @RegisterExtension
    static final WireServer SERVER =
            WireServer.of("admin: Overall/Administer", "alice: Overall/Read, Job/Read, Job/Build", "eve: Overall/Read");

    private static final CommandSocket SOCKET = new CommandSocket(SERVER);

    private static @Nullable CommandLineJar jar;
    private static WireClient client = new WireClient("");

    @BeforeAll
    static void createBuilds() throws Exception {
        jar = new CommandLineJar(SERVER);
        client = SERVER.as("admin");
        client.create("p1", Project.of(shell("echo one; echo two")));
        client.create("empty", Project.of());
        client.create("many", Project.of());
        client.build("p1", "build");
        for (int i = 0; i < 5; i++) {
            client.build("many", "build");
        }
    }

    private static CommandLineJar jar() {
        return Objects.requireNonNull(jar);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alice | console zz                          | 3 | No such job 'zz'; perhaps you meant 'p1'?
            alice | console p1 99                       | 3 | No such build #99
            alice | console p1 x                        | 3 | Not sure what you meant by "x". Did you mean "lastBuild"?
            alice | console p1 lastStableBui             | 3 | Not sure what you meant by "lastStableBui". Did you mean "lastStableBuild"?
            alice | console p1 lastFailedBuild          | 4 | Permalink lastFailedBuild produced no build
            alice | console empty                       | 4 | Permalink lastBuild produced no build
            eve   | console p1                          | 3 | No such job 'p1'
            admin | delete-builds p1 x-y                | 3 | Unable to parse 'x-y', expected number
            alice | delete-builds p1 1                  | 6 | alice is missing the Run/Delete permission
            alice | list-changes p1 1,,2                | 3 | Unable to parse '1,,2', expected correct notation M,N or M-N
            admin | set-build-description p1 9 x        | 3 | No such build #9
            alice | set-build-description p1 1 x        | 6 | alice is missing the Run/Update permission
            admin | set-build-display-name p1 9 x       | 3 | Build #9 does not exist
            alice | set-build-display-name p1 1 x       | 6 | alice is missing the Run/Update permission
            alice | keep-build p1 1                     | 6 | alice is missing the Run/Update permission
            alice | groovy                              | 6 | alice is missing the Overall/Administer permission
            admin | groovy =                            | 5 | This server runs no Groovy: nothing runs inside of it that is not its own.
            admin | groovy script.groovy                | 5 | This server runs no Groovy: nothing runs inside of it that is not its own.
            admin | groovysh                            | 5 | This server runs no Groovy: nothing runs inside of it that is not its own.
            ''    | version                             | 6 | anonymous is missing the Overall/Read permission
            """)
    void refused_saysWhy(String user, String line, int code, String sentence) throws Exception {
        assertThat(SOCKET.run(user, line.split(" ", -1))).isEqualTo(Said.error(code, sentence));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            keep-build p1 9                | No such build '#9' exists
            keep-build zz 1                | No such job ‘zz’ exists. Perhaps you meant ‘p1’?
            keep-build p1                  | Argument "BUILD#" is required
            set-build-display-name p1 1 -  | "-" is not a valid option
            set-build-description p1 x y   | "x" is not a valid value for "p1"
            list-changes p1 1 -format zz   | "zz" is not a valid value for "-format"
            console p1 1 -n                | Option "-n" takes an operand
            groovy                         | No script is specified
            """)
    void wrongArguments_showUsage(String line, String sentence) throws Exception {
        var said = SOCKET.run("admin", line.split(" ", -1));

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .startsWith("\nERROR: " + sentence + "\njava -jar jenkins-cli.jar " + line.split(" ", 2)[0]);
    }

    @Test
    void console_ofAFinishedBuild_isItsLog() throws Exception {
        var log = client.console("p1", 1);

        assertThat(jar().run("alice", "console", "p1")).isEqualTo(new Said(0, log, ""));
        assertThat(jar().run("alice", "console", "p1", "1", "-f").out()).isEqualTo(log);
        assertThat(jar().run("alice", "console", "-n", "1", "p1", "lastStableBuild")
                        .out())
                .isEqualTo("Finished: SUCCESS\n");
        assertThat(jar().run("alice", "console", "p1", "-n", "2", "-f").out()).isEqualTo("two\nFinished: SUCCESS\n");
        assertThat(jar().run("alice", "console", "p1", "-n", "1000").out()).isEqualTo(log);
        assertThat(jar().run("alice", "console", "p1", "-n", "0")).isEqualTo(Said.nothing());
    }

    @Test
    void console_ofARunningBuild_isFollowedToItsEnd() throws Exception {
        var gate = SERVER.folder().resolve("gate");
        client.create(
                "slow", Project.of(shell("echo begun; until [ -e " + gate + " ]; do sleep 0.1; done; echo over")));
        client.start("slow", "build");
        client.await("job/slow/1/logText/progressiveText?start=0", "begun");
        var call = jar().start("alice", "console", "slow", "-f");
        try (var out = call.inputReader()) {
            for (var line = out.readLine(); !line.equals("begun"); line = out.readLine()) {
                assertThat(line).isNotNull();
            }

            Files.createFile(gate);

            assertThat(out.lines()).containsExactly("over", "Finished: SUCCESS");
        }
        assertThat(call.waitFor()).isZero();
    }

    @Test
    void deleteBuilds_range_countsThoseThatWere() throws Exception {
        assertThat(jar().run("admin", "delete-builds", "many", "2,4-99,4"))
                .isEqualTo(new Said(0, "Deleted 3 builds\n", ""));
        assertThat(client.text("job/many/api/json?tree=builds[number]"))
                .contains("\"number\":3")
                .contains("\"number\":1")
                .doesNotContain("\"number\":2", "\"number\":4", "\"number\":5");
        assertThat(jar().run("admin", "keep-build", "many", "1")).isEqualTo(Said.nothing());
        assertThat(jar().run("admin", "keep-build", "many", "1")).isEqualTo(Said.nothing());
        assertThat(jar().run("admin", "delete-builds", "many", "1-2"))
                .satisfies(said -> assertThat(said.err()).contains("explicitly marked to be kept"))
                .extracting(Said::code)
                .isEqualTo(1);
        assertThat(client.text("job/many/1/api/json?tree=keepLog")).contains("true");
    }

    @Test
    void texts_ofABuild_areSet() throws Exception {
        assertThat(jar().run("admin", "set-build-description", "p1", "1", "from a line"))
                .isEqualTo(Said.nothing());
        assertThat(client.text("job/p1/1/api/json?tree=description")).contains("\"from a line\"");
        assertThat(jar().with("from ä file", "admin", "set-build-description", "p1", "1", "="))
                .isEqualTo(Said.nothing());
        assertThat(client.text("job/p1/1/api/json?tree=description")).contains("\"from ä file\"");
        assertThat(jar().run("admin", "set-build-display-name", "p1", "1", "best"))
                .isEqualTo(Said.nothing());
        assertThat(client.text("job/p1/1/api/json?tree=displayName")).contains("\"best\"");
    }

    @Test
    void listChanges_withoutSources_isEmpty() throws Exception {
        assertThat(jar().run("alice", "list-changes", "p1", "1-7")).isEqualTo(Said.nothing());
        assertThat(jar().run("alice", "list-changes", "p1", "1-7", "-format", "XML"))
                .isEqualTo(new Said(0, "<changes>\n<build number='1'>\n</build>\n</changes>\n", ""));
    }

    @Test
    void serverAndCaller_areTold() throws Exception {
        assertThat(jar().run("alice", "version")).isEqualTo(new Said(0, "2.462\n", ""));
        assertThat(jar().run("alice", "session-id"))
                .isEqualTo(new Said(0, client.get("api/json").header("X-Jenkins-Session") + "\n", ""));
        assertThat(jar().run("alice", "who-am-i"))
                .isEqualTo(new Said(0, "Authenticated as: alice\nAuthorities:\n  authenticated\n", ""));
        assertThat(jar().run("", "who-am-i"))
                .isEqualTo(new Said(0, "Authenticated as: anonymous\nAuthorities:\n  anonymous\n", ""));
        assertThat(jar().run("", "help").code()).isEqualTo(6);
        assertThat(jar().run("alice", "nosuchcmd")).isEqualTo(new Said(2, "", "No such command nosuchcmd\n"));
    }

    /** Every command of {@code clients.md}, CLI. */
    @Test
    void help_listsEveryCommand() throws Exception {
        var help = jar().run("alice");

        assertThat(help.code()).isZero();
        assertThat(help.out()).isEmpty();
        assertThat(help.err()
                        .lines()
                        .filter(line -> line.matches("  \\S.*"))
                        .map(String::strip)
                        .toList())
                .isEqualTo(java.util.Arrays.asList(
                        ("add-job-to-view build cancel-quiet-down clear-queue connect-node console copy-job create-job"
                                        + " create-node create-view delete-builds delete-job delete-node delete-view disable-job"
                                        + " disable-plugin disconnect-node enable-job enable-plugin get-job get-node get-view groovy"
                                        + " groovysh help install-plugin keep-build list-changes list-jobs list-plugins offline-node"
                                        + " online-node quiet-down reload-configuration reload-job remove-job-from-view restart"
                                        + " safe-restart safe-shutdown session-id set-build-description set-build-display-name"
                                        + " shutdown stop-builds update-job update-node update-view version wait-node-offline"
                                        + " wait-node-online who-am-i")
                                .split(" ", -1)));
        assertThat(jar().run("alice", "help", "delete-builds").err()).isEqualTo("""
                java -jar jenkins-cli.jar delete-builds JOB RANGE
                Deletes builds.
                 JOB   : Name of the job
                 RANGE : The builds to delete: 'N-M', 'N,M' or 'N'
                """);
    }
}
