package hobson.remote.cli;

import hobson.engine.user.Authorization;
import hobson.engine.user.Permission;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kohsuke.args4j.Argument;

/** {@code groovy} and {@code groovysh}: scripts that would run inside of the server, which runs none. */
public final class ScriptCommands implements CommandGroup {
    private static final String NO_GROOVY =
            "This server runs no Groovy: nothing runs inside of it that is not its own.";

    private final Authorization authorization;

    public ScriptCommands(Authorization authorization) {
        this.authorization = authorization;
    }

    @Override
    public List<NamedCommand> commands() {
        return List.of(
                new NamedCommand("groovy", "Would run a Groovy script; this server runs none.", Script::new),
                new NamedCommand("groovysh", "Would run a Groovy shell; this server runs none.", Shell::new));
    }

    private void refuse(Terminal terminal) {
        authorization.require(terminal.caller(), Permission.ADMINISTER);
        throw CommandFailure.abort(NO_GROOVY);
    }

    /** {@code groovy = [ARGUMENTS…]}. */
    final class Script implements Command {
        @Argument(metaVar = "SCRIPT", usage = "'=' for a script on standard input")
        private @Nullable String script;

        @Argument(metaVar = "ARGUMENTS", usage = "Arguments of the script", index = 1)
        List<String> more = new ArrayList<>();

        @Override
        public int run(Terminal terminal) {
            authorization.require(terminal.caller(), Permission.ADMINISTER);
            if (script == null) {
                throw CommandFailure.usage("No script is specified");
            }
            refuse(terminal);
            return SUCCESS;
        }
    }

    /** {@code groovysh [ARGUMENTS…]}. */
    final class Shell implements Command {
        @Argument(metaVar = "ARGUMENTS", usage = "Arguments of the shell")
        List<String> more = new ArrayList<>();

        @Override
        public int run(Terminal terminal) {
            refuse(terminal);
            return SUCCESS;
        }
    }
}
