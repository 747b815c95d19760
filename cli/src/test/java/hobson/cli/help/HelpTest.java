package hobson.cli.help;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.cli.CommandShell;
import hobson.cli.session.ExitCode;
import hobson.server.command.Command;
import hobson.server.command.CommandLine;
import hobson.server.command.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelpTest {
    @TempDir
    Path folder;

    private CommandShell shell() {
        return new CommandShell(folder);
    }

    @Test
    void help_program_listsEveryCommandAndTheServersVerbs() {
        var help = shell().done("--help");

        Usage.groups()
                .values()
                .forEach(names -> names.forEach(name -> assertThat(help).containsPattern("\n  " + name + " +\\S")));
        Usage.serverVerbs().keySet().forEach(name -> assertThat(help).containsPattern("\n  " + name + " +\\S"));
        assertThat(shell().done()).isEqualTo(help);
        assertThat(shell().done("help")).isEqualTo(help);
    }

    @Test
    void help_serversVerbs_areThoseOfTheServer() {
        var environment = new Environment(Map.of(), folder, "1");

        assertThat(Usage.serverVerbs().keySet())
                .allSatisfy(verb -> assertThat(CommandLine.read(List.of(verb, "--help"), environment))
                        .isInstanceOf(Command.Print.class));
        assertThat(shell().run("help", "serve").err()).contains("'hobson serve --help'");
    }

    @Test
    void help_eachCommand_hasExamples() {
        Usage.groups()
                .values()
                .forEach(names -> names.forEach(name -> {
                    var help = shell().done(name, "--help");
                    assertThat(help).startsWith("Usage: hobson " + name).contains("Examples:\n  ");
                    assertThat(shell().done("help", name)).isEqualTo(help);
                }));
        assertThat(shell().done("job", "put", "--help"))
                .startsWith("Usage: hobson job put")
                .contains("JOB");
    }

    @Test
    void help_man_isAPageForEachCommand() throws Exception {
        shell().done("help", "--man", "--directory", folder.resolve("man1").toString());

        assertThat(folder.resolve("man1/hobson.1"))
                .content()
                .contains(".TH \"HOBSON\" 1")
                .contains(".BR hobson\\-build (1)");
        assertThat(folder.resolve("man1/hobson-job-put.1"))
                .content()
                .contains("hobson\\-job\\-put \\- Makes it what a document says");
        assertThat(shell().done("help", "--man", "build"))
                .isEqualTo(Files.readString(folder.resolve("man1/hobson-build.1")));
    }

    @Test
    void completion_eachShell_isAScript() {
        for (var name : List.of("bash", "zsh", "fish")) {
            assertThat(shell().done("completion", name)).contains("hobson __complete");
        }
        assertThat(shell().run("completion", "tcsh").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void words_wrong_areOneSentence() {
        assertThat(shell().run("biuld", "x").err())
                .isEqualTo(
                        "hobson: There is no command 'biuld'. Did you mean build? 'hobson --help' says what there is.\n");
        assertThat(shell().run("build").err())
                .isEqualTo("hobson: Missing required parameter: 'JOB'. 'hobson build --help' says what there is.\n");
        assertThat(shell().run("build", "a", "--folow").code()).isEqualTo(ExitCode.USAGE);
        assertThat(shell().run("jobs").code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(shell().done("--version")).isEqualTo("Hobson 1.2.3\n");
    }
}
