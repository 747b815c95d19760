package hobson.cli;

import hobson.cli.session.GlobalOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hobson} without a command: shows what there is. */
@Command(
        name = "hobson",
        synopsisHeading = "Usage: ",
        customSynopsis = "hobson [OPTION...] COMMAND [ARGUMENT...]",
        description = {"", "Builds, jobs and everything else of a Hobson or Jenkins server, from a terminal."},
        optionListHeading = "%nOptions of every command:%n",
        footerHeading = "%n",
        footer = {
            "Which server: the first of --url, --profile, HOBSON_URL (with HOBSON_USER and",
            "HOBSON_TOKEN), JENKINS_URL (with JENKINS_USER_ID and JENKINS_API_TOKEN),",
            "HOBSON_PROFILE, the default profile.",
            "",
            "Ends with 0; builds that are waited for with 1 unstable, 2 failed, 3 not built,",
            "4 aborted. Errors: 64 command line, 65 wrong data, 66 not found, 69 no answer,",
            "70 unexpected, 74 file, 75 conflict, 77 not permitted, 78 configuration.",
            "",
            "Examples:",
            "  hobson login https://ci.example/",
            "  hobson build team/deploy -p STAGE=test --follow",
            "  hobson help build"
        })
final class RootCommand implements Runnable {
    @Mixin
    @SuppressWarnings("UnusedVariable") // read by picocli
    private final GlobalOptions options;

    @Option(
            names = {"-V", "--version"},
            description = "Shows the version of this program.")
    private boolean versionWanted;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final String version;

    RootCommand(GlobalOptions options, String version) {
        this.options = options;
        this.version = version;
    }

    @Override
    public void run() {
        CommandLine line = spec.commandLine();
        if (versionWanted) {
            line.getOut().println("Hobson " + version);
        } else {
            line.usage(line.getOut());
        }
    }
}
