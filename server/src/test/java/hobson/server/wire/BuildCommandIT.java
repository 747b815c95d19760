package hobson.server.wire;

import static hobson.server.wire.Project.parameter;
import static hobson.server.wire.Project.parameters;
import static hobson.server.wire.Project.shell;
import static hobson.server.wire.Project.string;
import static java.nio.charset.StandardCharsets.UTF_8;
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

/** {@code build}, in all its ways ({@code cli.md §7.2}). */
class BuildCommandIT {
    @RegisterExtension
    static final WireServer SERVER = WireServer.of(
            "admin: Overall/Administer",
            "alice: Overall/Read, Job/Read, Job/Build",
            "carl: Overall/Read, Job/Read, Job/Cancel",
            "eve: Overall/Read, Job/Read");

    private static final CommandSocket SOCKET = new CommandSocket(SERVER);

    private static @Nullable CommandLineJar jar;

    @BeforeAll
    static void createJobs() throws Exception {
        jar = new CommandLineJar(SERVER);
        var client = SERVER.as("admin");
        client.create("quick", Project.of(shell("echo from cli; echo ä")));
        client.create("failing", Project.of(shell("exit 3")));
        client.create(
                "given",
                Project.of(
                        parameters(
                                string("A", "a"),
                                parameter("Boolean", "B", "<defaultValue>true</defaultValue>"),
                                parameter(
                                        "Choice",
                                        "C",
                                        "<choices class=\"java.util.Arrays$ArrayList\"><a class=\"string-array\"><string>x</string><string>y</string></a></choices>")),
                        shell("echo A=$A B=$B C=$C")));
        client.create("file", Project.of(parameters(parameter("File", "in/F.txt", "")), shell("cat in/F.txt")));
        client.create("off", "<project><disabled>true</disabled></project>");
    }

    private static CommandLineJar jar() {
        return Objects.requireNonNull(jar);
    }

    @Test
    void build_plain_saysNothingAndRecordsWhoAsked() throws Exception {
        var client = SERVER.as("admin");
        client.create("asked", Project.of());

        assertThat(jar().run("alice", "build", "asked")).isEqualTo(Said.nothing());

        client.await("job/asked/api/json?tree=lastCompletedBuild[number]", "\"number\":1");
        assertThat(client.text("job/asked/1/api/json?tree=actions[causes[*]]"))
                .contains("{\"_class\":\"hudson.cli.BuildCommand$CLICause\","
                        + "\"shortDescription\":\"Started from command line by alice\","
                        + "\"userId\":\"alice\",\"userName\":\"alice\"}");
        assertThat(client.console("asked", 1)).startsWith("Started from command line by alice\n");
    }

    @Test
    void build_followed_showsConsoleBetweenTheLines() throws Exception {
        var said = jar().run("alice", "build", "quick", "-s", "-v");

        assertThat(said.code()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).matches("""
                        (?s)Started quick #\\d+
                        Started from command line by alice
                        .*from cli
                        ä
                        Finished: SUCCESS
                        Completed quick #\\d+ : SUCCESS
                        """);
    }

    @ParameterizedTest
    @CsvSource({"-s", "-f", "-s -f -w"})
    void build_failing_endsWithItsResult(String options) throws Exception {
        var said = jar().run("alice", ("build failing " + options).split(" ", -1));

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).matches("Started failing #\\d+\nCompleted failing #\\d+ : FAILURE\n");
    }

    @Test
    void build_untilStart_saysWhichOne() throws Exception {
        assertThat(jar().run("alice", "build", "-w", "quick").out()).matches("Started quick #\\d+\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -p A=1 -p B=false -p C=y | A=1 B=false C=y
            -p A=                    | A= B=true C=x
            -p A=b=c                 | A=b=c B=true C=x
            -v                       | A=a B=true C=x
            """)
    void build_parameters_areThoseGivenAndDefaults(String options, String line) throws Exception {
        assertThat(jar().run("alice", ("build given -s -v " + options).split(" ", -1))
                        .out())
                .contains("\n" + line + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alice | qick              | 3 | No such job 'qick'; perhaps you meant 'quick'?
            eve   | quick             | 6 | eve is missing the Job/Build permission
            alice | off               | 4 | Cannot build off because it is disabled.
            alice | quick -p A=1      | 4 | quick is not parameterized but the -p option was specified.
            alice | given -p C=z      | 3 | Illegal choice for parameter C: z
            alice | file -p in/F.txt=/etc/passwd | 5 | The parameter in/F.txt takes a file: say -p in/F.txt== and send it on standard input.
            """)
    void build_refused_saysWhy(String user, String line, int code, String sentence) throws Exception {
        var said = SOCKET.run(user, ("build " + line).split(" ", -1));

        assertThat(said.code()).as(said.toString()).isEqualTo(code);
        assertThat(said.err()).startsWith("\nERROR: " + sentence).endsWith("\n");
        assertThat(said.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            given -p ZZ=1 -s  | '''ZZ'' is not a valid parameter. Did you mean A?'
            given -p A        | An argument for setting a Map must contain a "="
            quick -r x        | "x" is not a valid value for "-r"
            file -p           | Option "-p" takes an operand
            ''                | Argument "JOB" is required
            """)
    void build_wrongArguments_showUsage(String line, String sentence) throws Exception {
        var said = SOCKET.run("alice", ("build " + line).strip().split(" ", -1));

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .startsWith("\nERROR: " + sentence
                        + "\njava -jar jenkins-cli.jar build JOB [-c] [-f] [-p] [-r N] [-s] [-v] [-w]\n");
    }

    @ParameterizedTest
    @CsvSource({"in/F.txt=", "in/F.txt=="})
    void build_fileParameter_isStandardInput(String parameter) throws Exception {
        var said = jar().with("content of the file\n", "alice", "build", "file", "-s", "-v", "-p", parameter);

        assertThat(said.out()).contains("\ncontent of the file\n").endsWith(" : SUCCESS\n");
    }

    @Test
    void build_ifChangedWithoutSources_saysAndBuildsNothing() throws Exception {
        var client = SERVER.as("admin");
        client.create("sourceless", Project.of());

        assertThat(jar().run("alice", "build", "sourceless", "-c", "-s", "-v")).isEqualTo(Said.nothing());
        assertThat(client.text("job/sourceless/api/json?tree=builds[number]")).contains("\"builds\":[]");
    }

    @Test
    void build_cancelledInTheQueue_isToldWithCodeFour() throws Exception {
        var client = SERVER.as("admin");
        client.create("waiting", "<project><assignedNode>nowhere</assignedNode><canRoam>false</canRoam></project>");
        var call = jar().start("alice", "build", "waiting", "-w");

        client.await("queue/api/json?tree=items[task[name]]", "waiting");
        var item = client.text("job/waiting/api/json?tree=queueItem[id]").replaceAll("(?s).*\"id\":(\\d+).*", "$1");
        client.post("queue/cancelItem?id=" + item);

        assertThat(call.waitFor()).isEqualTo(4);
        assertThat(new String(call.getErrorStream().readAllBytes(), UTF_8))
                .isEqualTo("\nERROR: The build was cancelled while it waited in the queue.\n");
    }

    @ParameterizedTest
    @CsvSource({"-s, ABORTED", "-f, SUCCESS"})
    void build_clientGoes_abortsUnlessItOnlyFollowed(String option, String result) throws Exception {
        var client = SERVER.as("admin");
        var job = "gone" + option;
        var gate = SERVER.folder().resolve("gate" + option);
        client.create(job, Project.of(shell("until [ -e " + gate + " ]; do sleep 0.1; done")));
        var call = jar().start("alice", "build", job, option, "-v");
        client.await("job/" + job + "/1/logText/progressiveText?start=0", "Building");

        call.destroyForcibly().waitFor();

        if (result.equals("ABORTED")) {
            client.awaitEnd(job, 1);
        }
        Files.createFile(gate);
        client.awaitEnd(job, 1);
        assertThat(client.text("job/" + job + "/1/api/json?tree=result")).contains(result);
        if (result.equals("ABORTED")) {
            assertThat(client.console(job, 1)).contains("Aborted by alice");
        }
    }

    @Test
    void build_stoppedByAnother_endsWithCodeFour() throws Exception {
        var client = SERVER.as("admin");
        client.create("endless", Project.of(shell("exec sleep 600")));
        var call = jar().start("alice", "build", "endless", "-s");
        client.await("job/endless/1/logText/progressiveText?start=0", "Building");

        assertThat(jar().run("eve", "stop-builds", "endless")).isEqualTo(new Said(0, """
                        Exception occurred while trying to stop build '#1' for job 'endless'. \
                        eve is missing the Job/Cancel permission
                        No builds stopped
                        """, ""));
        assertThat(jar().run("carl", "stop-builds", "endless", "zz")).isEqualTo(Said.error(3, "Job not found: 'zz'"));
        assertThat(jar().run("carl", "stop-builds", "endless", "quick", "endless"))
                .isEqualTo(new Said(0, "Build '#1' stopped for job 'endless'\n", ""));
        assertThat(call.waitFor()).isEqualTo(4);
        assertThat(new String(call.getInputStream().readAllBytes(), UTF_8))
                .isEqualTo("Started endless #1\nCompleted endless #1 : ABORTED\n");
        assertThat(jar().run("carl", "stop-builds", "endless")).isEqualTo(new Said(0, "No builds stopped\n", ""));
    }
}
