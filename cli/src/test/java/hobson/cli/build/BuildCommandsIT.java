package hobson.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.cli.CommandShell;
import hobson.cli.Documents;
import hobson.cli.TestServer;
import hobson.cli.session.ExitCode;
import hobson.client.ItemPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class BuildCommandsIT {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @TempDir
    Path folder;

    CommandShell shell = new CommandShell(Path.of("."));

    @BeforeEach
    void login() {
        shell = SERVER.shell(folder);
    }

    private void job(String name, String document) {
        shell.typing(document).done("job", "put", name);
    }

    @Test
    void build_followed_printsTheLogAndEndsWithTheResult() {
        job("good", Documents.job("echo to be read"));

        var printed = shell.run("build", "good", "--follow");

        assertThat(printed.code()).isZero();
        assertThat(printed.out()).contains("\n+ echo to be read\nto be read\n").endsWith("Finished: SUCCESS\n");
        assertThat(printed.err()).startsWith("good #1 SUCCESS in ");
    }

    @Test
    void build_followedOnATerminal_drawsABarFromTheEstimate() {
        job("bar", Documents.job("i=0; while [ $i -lt 12 ]; do i=$((i+1)); sleep 0.1; done; echo end"));
        shell.done("build", "bar", "--wait");

        var printed = shell.onTerminal(0, 1, 2).run("build", "bar", "--follow");

        assertThat(printed.err()).contains("bar #2  [").contains(" %  ").contains(" of about ");
        assertThat(printed.out()).contains("end\n").doesNotContain("[###");
    }

    @Test
    void build_thatFailsOrIsAborted_endsWithTheCodeOfItsResult() throws Exception {
        job("bad", Documents.job("exit 3"));
        job("long", Documents.job("echo begun; sleep 60"));

        assertThat(shell.run("build", "bad", "--wait").code()).isEqualTo(ExitCode.FAILED);
        var aborted = CompletableFuture.supplyAsync(() -> shell.run("build", "long", "--wait"));
        while (SERVER.client().job("long").build(1).find().isEmpty()) {
            Thread.onSpinWait();
        }
        shell.done("cancel", "long", "1");
        assertThat(aborted.get().code()).isEqualTo(ExitCode.ABORTED);
    }

    @Test
    void build_cancelledInTheQueue_endsAsAborted() throws Exception {
        job("held", Documents.job("true"));

        var waiting = CompletableFuture.supplyAsync(() -> shell.run("build", "held", "--delay", "600", "--wait"));
        while (SERVER.client().queue().items(ItemPath.of("held")).isEmpty()) {
            Thread.onSpinWait();
        }
        shell.done("cancel", "held", "--all");

        assertThat(waiting.get().code()).isEqualTo(ExitCode.ABORTED);
        assertThat(waiting.get().err()).startsWith("hobson: ").contains("cancelled");
    }

    @Test
    void logsAndCancel_ofWhatIsNotThere_sayWhatIsMissing() {
        job("bare", Documents.job("true"));

        assertThat(shell.run("logs", "bare", "77").err())
                .isEqualTo("hobson: bare has no build 77. 'hobson runs bare' lists those it has.\n");
        assertThat(shell.run("cancel", "bare", "77").err()).contains("bare has no build 77.");
        var item = shell.run("cancel", "999999");
        assertThat(item.code()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(item.err()).contains("Queue item 999999 does not wait");
    }

    @Test
    void build_notWaitedFor_saysTheQueueItem() {
        job("quick", Documents.job("true"));

        assertThat(shell.done("build", "quick")).contains("queueId").contains("/job/quick/");
        assertThat(shell.done("build", "quick", "--json", "--wait"))
                .containsPattern("^\\{\"job\":\"quick\",\"number\":[12],\"result\":\"SUCCESS\",\"duration\":\\d+,")
                .contains("\"queueId\":");
    }

    @Test
    void build_withParametersAndAFile_buildsWithThem() throws Exception {
        job(
                "asks",
                Documents.job(
                        "echo \"got $WHO\"; cat notes",
                        Documents.parameters(
                                "<hudson.model.StringParameterDefinition><name>WHO</name></hudson.model.StringParameterDefinition>"
                                        + "<hudson.model.ChoiceParameterDefinition><name>STAGE</name><choices><string>one</string>"
                                        + "<string>two</string></choices></hudson.model.ChoiceParameterDefinition>"
                                        + "<hudson.model.FileParameterDefinition><name>notes</name></hudson.model.FileParameterDefinition>")));
        Files.writeString(folder.resolve("n.txt"), "from the file\n");

        var out = shell.done("build", "asks", "-p", "WHO=@@literally=x", "-p", "notes=@n.txt", "-f");

        assertThat(out).contains("got @literally=x").contains("from the file");
        assertThat(shell.run("build", "asks", "-p", "WHAT=x").err())
                .isEqualTo("hobson: asks has no parameter 'WHAT'; it has WHO, STAGE, notes.\n");
        assertThat(shell.run("build", "asks", "-p", "STAGE=three").code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(shell.run("build", "asks", "-p", "notes=plain").err()).contains("say -p notes=@PATH");
    }

    @Test
    void build_valuesFromAFileOrStandardInput_areNotInTheWords() throws Exception {
        job(
                "secret",
                Documents.job(
                        "echo \"$WHO, ${#PASS}\"",
                        Documents.parameters(
                                "<hudson.model.StringParameterDefinition><name>WHO</name></hudson.model.StringParameterDefinition>"
                                        + "<hudson.model.PasswordParameterDefinition><name>PASS</name></hudson.model.PasswordParameterDefinition>")));
        Files.writeString(folder.resolve("who.txt"), "of the file\n");

        var out = shell.typing("s3cret\n").done("build", "secret", "-p", "WHO=@who.txt", "-p", "PASS=@-", "-f");

        assertThat(out).contains("of the file, 6\n").doesNotContain("s3cret");
        assertThat(shell.run("build", "secret", "-p", "WHO=@-", "-p", "PASS=@-").code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(shell.run("build", "secret", "-p", "WHO=@me").err()).contains("is written with two of them");
    }

    @Test
    void build_unknownJob_saysWhich() {
        job("somewhere", Documents.job("true"));

        var printed = shell.run("build", "nowhere/at-all");

        assertThat(printed.code()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(printed.err())
                .isEqualTo("hobson: There is no job nowhere/at-all. 'hobson jobs -r' lists those you may see.\n");
        assertThat(shell.run("logs", "somwhere").err())
                .isEqualTo("hobson: There is no job somwhere. Did you mean somewhere?\n");
        assertThat(shell.run("logs", "somewhere").err())
                .doesNotContain("no job")
                .hasLineCount(1);
    }

    @Test
    void logs_lastLinesAndUnknownBuilds_areAnswered() {
        job("talks", Documents.job("for i in 1 2 3 4 5; do echo line $i; done"));
        shell.done("build", "talks", "-w");

        assertThat(shell.done("logs", "talks")).contains("line 1\n").contains("line 5\n");
        assertThat(shell.done("logs", "talks", "#1", "-n", "4"))
                .startsWith("line 5\n")
                .endsWith("\nFinished: SUCCESS\n");
        assertThat(shell.done("logs", "-f", "-n", "1", "talks")).isEqualTo("Finished: SUCCESS\n");
        assertThat(shell.done("logs", "-f", "talks", "--json"))
                .startsWith("{\"job\":\"talks\",\"number\":1,\"result\":\"SUCCESS\"");
        assertThat(shell.run("logs", "talks", "7").code()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(shell.run("logs", "talks", "first").err())
                .contains("it is a number or one of firstBuild, lastBuild");
    }

    @Test
    void runs_filtered_areThoseAsked() {
        job("mixed", Documents.job("test $BUILD_NUMBER != 2"));
        for (int i = 0; i < 3; i++) {
            shell.run("build", "mixed", "-w");
        }

        assertThat(shell.done("runs", "mixed", "--result", "FAILURE").lines())
                .hasSize(1)
                .allMatch(line -> line.startsWith("2\tFAILURE\t"));
        assertThat(shell.done("runs", "mixed", "-n", "2", "--json"))
                .startsWith("[{\"number\":3,\"result\":\"SUCCESS\"");
        assertThat(shell.onTerminal(1).done("runs", "mixed"))
                .startsWith("\u001b[2mNUMBER\u001b[0m")
                .contains("\u001b[31mFAILURE\u001b[0m");
    }

    @Test
    void queue_itemThatWaits_isListedAndCancelled() {
        job("later", Documents.job("true"));
        shell.done("build", "later", "--delay", "600");

        var id = shell.done("queue").split("\t", 2)[0];
        assertThat(shell.done("queue", "--json")).contains("\"job\":\"later\"").contains("quiet period");
        assertThat(shell.run("cancel", "later").code()).isEqualTo(ExitCode.USAGE);
        shell.done("cancel", id);
        assertThat(shell.done("queue")).isEmpty();
        assertThat(shell.run("cancel", id).code()).isEqualTo(ExitCode.CONFLICT);
    }

    @Test
    void artifacts_fetchedByGlob_areWritten() throws Exception {
        job("keeps", Documents.job("echo a > a.txt; echo b > b.txt"));
        shell.done("build", "keeps", "-w");

        assertThat(shell.done("artifacts", "list", "keeps")).isEqualTo("a.txt\nb.txt\n");
        shell.done("artifacts", "get", "keeps", "a.*", "-d", "out");
        assertThat(folder.resolve("out/a.txt")).hasContent("a");
        assertThat(folder.resolve("out/b.txt")).doesNotExist();
        assertThat(shell.run("artifacts", "get", "keeps", "*.jar").code()).isEqualTo(ExitCode.NOT_FOUND);
    }

    @Test
    void tests_thatFailed_areShown() {
        job(
                "tested",
                Documents.job("echo '&lt;testsuite name=\"s\"&gt;&lt;testcase classname=\"C\" name=\"good\"/&gt;"
                                + "&lt;testcase classname=\"C\" name=\"bad\"&gt;&lt;failure message=\"no\"&gt;trace&lt;/failure&gt;"
                                + "&lt;/testcase&gt;&lt;/testsuite&gt;' > r.xml")
                        .replace(
                                "<publishers>",
                                "<publishers><hudson.tasks.junit.JUnitResultArchiver><testResults>r.xml</testResults>"
                                        + "</hudson.tasks.junit.JUnitResultArchiver>"));

        assertThat(shell.run("build", "tested", "-w").code()).isEqualTo(ExitCode.DIFFERENT);
        var printed = shell.run("tests", "tested", "--trace");
        assertThat(printed.out()).contains("\tC\tbad\t").contains("trace").doesNotContain("good");
        assertThat(printed.err()).startsWith("1 passed, 1 failed, 0 skipped");
        assertThat(shell.done("tests", "tested", "--all", "--json"))
                .contains("\"passed\":1")
                .contains("\"name\":\"good\"");
    }
}
