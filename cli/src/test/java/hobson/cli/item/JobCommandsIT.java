package hobson.cli.item;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.cli.CommandShell;
import hobson.cli.Documents;
import hobson.cli.TestServer;
import hobson.cli.session.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class JobCommandsIT {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @TempDir
    Path folder;

    CommandShell shell = new CommandShell(Path.of("."));

    @BeforeEach
    void login() {
        shell = SERVER.shell(folder);
    }

    @Test
    void put_document_createsChangesAndThenHasNothingToDo() throws Exception {
        Files.writeString(folder.resolve("a.xml"), Documents.job("one"));

        assertThat(shell.run("job", "put", "a", "a.xml").err()).isEqualTo("a created.\n");
        assertThat(shell.run("job", "put", "a", "a.xml").err()).isEqualTo("a is so already: nothing to do.\n");
        assertThat(shell.typing(Documents.job("two")).run("job", "put", "a").err())
                .isEqualTo("a changed.\n");
        assertThat(shell.done("job", "get", "a")).isEqualTo(Documents.job("two"));
        shell.done("job", "get", "a", "-o", "b.xml");
        assertThat(folder.resolve("b.xml")).hasContent(Documents.job("two"));
    }

    @Test
    void put_brokenDocument_saysWhereAndCreatesNothing() {
        var printed = shell.typing("<project>\n<x></project>").run("job", "put", "broken");

        assertThat(printed.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(printed.err()).startsWith("hobson: The document is wrong: line 2");
        assertThat(SERVER.client().job("broken").exists()).isFalse();
    }

    @Test
    void diff_otherDocument_showsItAndEndsWithOne() {
        shell.typing(Documents.job("one")).done("job", "put", "compared");

        assertThat(shell.typing(Documents.job("one").replace("\n", "\n ")).done("job", "diff", "compared"))
                .isEmpty();
        var printed = shell.typing(Documents.job("two")).run("job", "diff", "compared");
        assertThat(printed.code()).isEqualTo(ExitCode.DIFFERENT);
        assertThat(printed.out()).contains("-       <command>one</command>\n+       <command>two</command>\n");
    }

    @Test
    void copyAndDelete_job_doThat() {
        shell.typing(Documents.folder("f")).done("job", "put", "f");
        shell.typing(Documents.job("one")).done("job", "put", "f/a");

        shell.done("job", "copy", "f/a", "f/b");
        assertThat(shell.done("jobs", "f"))
                .isEqualTo("f/a\tNOT_BUILT\tno\tFreeStyleProject\nf/b\tNOT_BUILT\tno\tFreeStyleProject\n");
        assertThat(shell.run("job", "copy", "f/a", "f/b").code()).isEqualTo(ExitCode.CONFLICT);
        assertThat(shell.run("job", "delete", "f/b").code()).isEqualTo(ExitCode.USAGE);
        shell.done("job", "delete", "f/b", "f", "--yes");
        assertThat(shell.run("job", "get", "f/a").code()).isEqualTo(ExitCode.NOT_FOUND);
    }

    @Test
    void jobs_recursiveAndFiltered_areThoseAsked() {
        shell.typing(Documents.folder("r")).done("job", "put", "r");
        shell.typing(Documents.job("exit 1")).done("job", "put", "r/red");
        shell.typing(Documents.job("true")).done("job", "put", "r/blue");
        shell.run("build", "r/red", "-w");

        assertThat(shell.done("jobs", "-r", "--match", "^r/"))
                .contains("r/blue\t")
                .contains("r/red\tFAILURE\t");
        assertThat(shell.done("jobs", "-r", "--status", "failure", "--json"))
                .isEqualTo(
                        "[{\"name\":\"r/red\",\"status\":\"FAILURE\",\"building\":false,\"kind\":\"FreeStyleProject\"}]\n");
        assertThat(shell.onTerminal(1).done("jobs", "r", "--no-color"))
                .startsWith("NAME    STATUS     BUILDING  KIND\nr/blue  ");
        assertThat(shell.onTerminal(1).with("NO_COLOR", "1").done("jobs", "r")).doesNotContain("\u001b");
        assertThat(shell.onTerminal(1).done("jobs", "r")).contains("\u001b[31mFAILURE\u001b[0m");
        assertThat(shell.run("jobs", "--match", "(").code()).isEqualTo(ExitCode.USAGE);
    }
}
