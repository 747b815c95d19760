package hobson.parts.shell;

import hobson.engine.build.Result;
import hobson.engine.run.BuildContext;
import hobson.engine.run.BuildStep;
import java.io.IOException;
import java.util.List;

/**
 * Runs a script in the workspace ({@code queue-and-scheduling.md §19}).
 *
 * @param unstableReturn the exit code that makes the build unstable, 0 for none
 */
record ShellStep(String command, int unstableReturn) implements BuildStep {
    private static final List<String> DEFAULT_SHELL = List.of("/bin/sh", "-xe");
    private static final String SHEBANG = "#!";

    @Override
    public String name() {
        return "Execute shell";
    }

    @Override
    public Result perform(BuildContext context) throws IOException, InterruptedException {
        int code = context.run(0, interpreter(), script());
        if (code == 0) {
            return Result.SUCCESS;
        }
        return code == unstableReturn ? Result.UNSTABLE : Result.FAILURE;
    }

    /** What the first line asks for after {@code #!}, else the shell that says what it does and stops at the first error. */
    private List<String> interpreter() {
        if (!command.startsWith(SHEBANG)) {
            return DEFAULT_SHELL;
        }
        var line = command.lines()
                .findFirst()
                .orElse("")
                .substring(SHEBANG.length())
                .strip();
        return line.isEmpty() ? DEFAULT_SHELL : List.of(line.split("\\s+"));
    }

    /** With line ends as the shell wants them. */
    private String script() {
        var script = command.replace("\r\n", "\n");
        return script.startsWith(SHEBANG) || script.startsWith("\n") ? script : "\n" + script;
    }
}
