package hobson.cli.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.cli.CommandShell;
import hobson.cli.Documents;
import hobson.cli.TestServer;
import hobson.cli.session.CommandFailure;
import hobson.cli.session.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ApplyIT {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @TempDir
    Path folder;

    CommandShell shell = new CommandShell(Path.of("."));

    @BeforeEach
    void define() throws IOException {
        shell = SERVER.shell(folder);
        write("jobs/deploy.xml", Documents.job("make"));
        write("jobs/team/app.xml", Documents.job("echo app"));
        write("jobs/team/inner.xml", Documents.folder("inner"));
        write("jobs/team/inner/Grüße 1.xml", Documents.job("echo half"));
        write("views/Night.xml", Documents.view("deploy"));
        write("nodes/linux-1.xml", Documents.node("linux-1", 2));
        write("README.md", "means nothing");
    }

    @AfterEach
    void clear() throws IOException {
        Files.createDirectories(folder.resolve("empty/jobs"));
        Files.createDirectories(folder.resolve("empty/views"));
        Files.createDirectories(folder.resolve("empty/nodes"));
        shell.done("apply", "empty", "--prune", "--yes");
    }

    private void write(String file, String text) throws IOException {
        var path = folder.resolve("d").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private String names() {
        return SERVER.client()
                .jobs()
                .tree()
                .map(job -> job.path().toString())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Test
    void apply_directory_makesEverythingAndThenHasNothingToDo() {
        assertThat(shell.done("apply", "d", "--yes"))
                .startsWith(
                        "+ node linux-1\n+ job deploy\n+ job team\n+ job team/app\n+ job team/inner\n+ job team/inner/Grüße 1\n+ view Night\n")
                .endsWith("7 to create, 0 to change, 0 to delete; 0 as they should be.\n");

        assertThat(names()).isEqualTo("deploy team team/app team/inner team/inner/Grüße 1");
        assertThat(shell.done("apply", "d", "--yes")).isEqualTo("Nothing to do: 7 as they should be.\n");
    }

    @Test
    void plan_changedDirectory_showsWhatWouldChangeAndChangesNothing() throws Exception {
        shell.done("apply", "d", "--yes");
        write(
                "jobs/deploy.xml",
                Documents.job("make\nmake check").replace("<project>", "<project><!-- not a change -->"));
        write("jobs/new.xml", Documents.job("true"));
        Files.delete(folder.resolve("d/jobs/team/app.xml"));

        var printed = shell.run("apply", "d", "--plan", "--prune", "--exit-code");

        assertThat(printed.code()).isEqualTo(ExitCode.DIFFERENT);
        assertThat(printed.out()).isEqualTo("""
                ~ job deploy
                    @@ project/builders/hudson.tasks.Shell @@
                        <builders>
                          <hudson.tasks.Shell>
                    -       <command>make</command>
                    +       <command>make
                    + make check</command>
                          </hudson.tasks.Shell>
                        </builders>
                + job new
                - job team/app  with all its builds

                1 to create, 1 to change, 1 to delete; 5 as they should be.
                """);
        assertThat(shell.onTerminal(1).run("apply", "d", "--plan").out())
                .contains("\u001b[32m+ make check</command>\u001b[0m");
        assertThat(shell.done("apply", "d", "--plan", "--json"))
                .contains("{\"action\":\"change\",\"kind\":\"job\",\"name\":\"deploy\"");
        assertThat(names()).doesNotContain("new").contains("team/app");
    }

    @Test
    void apply_formattingOnly_hasNothingToDo() throws Exception {
        shell.done("apply", "d", "--yes");
        write("jobs/deploy.xml", Documents.job("make").replace("\n  <", "\n\n\t<"));

        assertThat(shell.done("apply", "d")).startsWith("Nothing to do");
    }

    @Test
    void plan_viewAndNodeChanged_showsThatAlone() throws Exception {
        shell.done("apply", "d", "--yes");
        write("views/Night.xml", Documents.view("team"));
        write("nodes/linux-1.xml", Documents.node("linux-1", 3));

        assertThat(shell.done("apply", "d", "--plan"))
                .contains("-   <numExecutors>2</numExecutors>")
                .contains("-     <string>deploy</string>")
                .endsWith("0 to create, 2 to change, 0 to delete; 5 as they should be.\n");
        write("nodes/linux-1.xml", Documents.node("other", 3));
        assertThat(shell.run("apply", "d", "--plan").err()).contains("that would rename the node");
    }

    @Test
    void apply_withoutAnybodyToAsk_changesNothing() {
        var printed = shell.run("apply", "d");

        assertThat(printed.code()).isEqualTo(ExitCode.USAGE);
        assertThat(printed.err()).contains("say --yes");
        assertThat(shell.onTerminal(0, 1, 2).typing("n\n").run("apply", "d").err())
                .contains("Nothing was changed.");
        assertThat(names()).isEmpty();
        assertThat(shell.onTerminal(0, 1, 2).typing("y\n").run("apply", "d").code())
                .isZero();
    }

    @Test
    void apply_oneRefused_takesAllBack() throws Exception {
        shell.done("apply", "d", "--yes");
        write("jobs/deploy.xml", Documents.job("other"));
        write("jobs/new.xml", Documents.job("true"));
        write("nodes/linux-1.xml", Documents.node("linux-1", 5));
        write("views/Bad.xml", "<hudson.model.FreeStyleProject/>");

        var printed = shell.run("apply", "d", "--yes");

        assertThat(printed.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(printed.err()).contains("hobson: view Bad: ").endsWith("Everything was taken back.\n");
        assertThat(names()).doesNotContain("new");
        assertThat(SERVER.client().job("deploy").config().text()).isEqualTo(Documents.job("make"));
        assertThat(SERVER.client().nodes().node("linux-1").config().text()).contains("<numExecutors>2<");
    }

    @Test
    void perform_worldMovedSinceThePlan_isAConflictAndTakesAllBack() throws Exception {
        shell.done("apply", "d", "--yes");
        write("jobs/deploy.xml", Documents.job("mine"));
        write("jobs/team/app.xml", Documents.job("mine"));
        var live = new LiveDefinitions(SERVER.client());
        var plan = Plan.of(new DefinitionDirectory(folder.resolve("d")).read(), live, false);
        SERVER.client().job("team/app").update(Documents.job("theirs"));

        assertThatThrownBy(() -> new Transaction(live, line -> {}).perform(plan.changes()))
                .isInstanceOfSatisfying(
                        CommandFailure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFLICT))
                .hasMessageStartingWith("job team/app: ");
        assertThat(SERVER.client().job("deploy").config().text()).contains("<command>make<");
        assertThat(SERVER.client().job("team/app").config().text()).contains("<command>theirs<");
    }

    @Test
    void perform_folderThatSomebodyFillsMeanwhile_staysWithWhatIsInIt() throws Exception {
        shell.done("apply", "d", "--yes");
        Files.createDirectories(folder.resolve("empty/jobs"));
        var live = new LiveDefinitions(SERVER.client());
        var plan = Plan.of(new DefinitionDirectory(folder.resolve("empty")).read(), live, true);
        Consumer<String> fill = line -> {
            if (line.equals("deleted job team/app")) {
                SERVER.client().folder("team").jobs().create("theirs", Documents.job("true"));
            }
        };

        assertThatThrownBy(() -> new Transaction(live, fill).perform(plan.changes()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("job team: somebody else has put something into it since.");
        assertThat(names()).isEqualTo("deploy team team/app team/inner team/inner/Grüße 1 team/theirs");
    }

    @Test
    void perform_newFolderThatSomebodyFillsMeanwhile_isNotTakenBack() throws Exception {
        write("views/Bad.xml", "<hudson.model.FreeStyleProject/>");
        var live = new LiveDefinitions(SERVER.client());
        var plan = Plan.of(new DefinitionDirectory(folder.resolve("d")).read(), live, false);
        Consumer<String> fill = line -> {
            if (line.equals("created job team")) {
                SERVER.client().folder("team").jobs().create("theirs", Documents.job("true"));
            }
        };

        assertThatThrownBy(() -> new Transaction(live, fill).perform(plan.changes()))
                .hasMessageContaining("These could not be taken back: job team (");
        assertThat(names()).isEqualTo("team team/theirs");
    }

    @Test
    void perform_mistakeOfThisProgram_takesAllBack() throws Exception {
        var live = new LiveDefinitions(SERVER.client());
        var plan = Plan.of(new DefinitionDirectory(folder.resolve("d")).read(), live, false);
        Consumer<String> mistake = line -> {
            throw new IllegalStateException("a mistake");
        };

        assertThatThrownBy(() -> new Transaction(live, mistake).perform(plan.changes()))
                .hasMessageEndingWith("Everything was taken back.");
        assertThat(SERVER.client().nodes().names()).doesNotContain("linux-1");
    }

    @Test
    void apply_prune_deletesOnlyOfKindsThatTheDirectorySpeaksAbout() throws Exception {
        shell.done("apply", "d", "--yes");
        Files.createDirectories(folder.resolve("small/jobs"));
        Files.writeString(folder.resolve("small/jobs/deploy.xml"), Documents.job("make"));

        shell.done("apply", "small", "--prune", "--yes");

        assertThat(names()).isEqualTo("deploy");
        assertThat(SERVER.client().nodes().names()).contains("linux-1");
        assertThat(SERVER.client().views().names()).contains("Night");
    }

    @Test
    void apply_jobWhereThereIsAFolder_isRefused() throws Exception {
        shell.done("apply", "d", "--yes");
        Files.createDirectories(folder.resolve("other/jobs"));
        Files.writeString(folder.resolve("other/jobs/team.xml"), Documents.job("true"));

        var printed = shell.run("apply", "other", "--yes");

        assertThat(printed.code()).isEqualTo(ExitCode.CONFLICT);
        assertThat(printed.err()).contains("team is a folder on the server and a job in the directory");
    }

    @Test
    void apply_brokenDocument_saysWhichFileAndWhere() throws Exception {
        write("jobs/broken.xml", "<project>\n<builders></project>");

        var printed = shell.run("apply", "d", "--plan");

        assertThat(printed.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(printed.err()).contains("broken.xml, line 2");
    }

    @Test
    void export_thenApply_hasNothingToDo() throws Exception {
        shell.done("apply", "d", "--yes");

        assertThat(shell.done("export", "e")).contains("written");
        assertThat(Files.readString(folder.resolve("e/jobs/team/inner/Grüße 1.xml")))
                .isEqualTo(Documents.job("echo half"));
        assertThat(shell.done("apply", "e", "--prune")).startsWith("Nothing to do");

        SERVER.client().job("deploy").delete(); // which the view shows
        assertThat(shell.done("export", "e", "--prune", "--json"))
                .contains("\"written\":1")
                .contains("\"removed\":1");
        assertThat(folder.resolve("e/jobs/deploy.xml")).doesNotExist();
    }
}
