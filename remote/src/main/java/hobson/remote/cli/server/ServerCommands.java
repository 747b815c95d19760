package hobson.remote.cli.server;

import hobson.engine.administration.ServerActions;
import hobson.engine.user.Caller;
import hobson.remote.cli.Command;
import hobson.remote.cli.CommandGroup;
import hobson.remote.cli.NamedCommand;
import java.util.List;
import java.util.function.Consumer;

/** The commands that quiet down, restart and end the server. */
public final class ServerCommands implements CommandGroup {
    private final ServerActions actions;

    public ServerCommands(ServerActions actions) {
        this.actions = actions;
    }

    @Override
    public List<NamedCommand> commands() {
        return List.of(
                new NamedCommand(
                        "quiet-down", "Starts no builds any more, before a restart.", () -> new QuietDown(actions)),
                of("cancel-quiet-down", "Starts builds again after quiet-down.", actions::cancelQuietDown),
                of("clear-queue", "Cancels all that waits in the queue.", actions::clearQueue),
                of("reload-configuration", "Reads the configuration of the server again.", actions::reload),
                of("restart", "Restarts the server; builds that run go on.", actions::restart),
                new NamedCommand(
                        "safe-restart", "Restarts the server; builds that run go on.", () -> new SafeRestart(actions)),
                of("shutdown", "Ends the server; the next one goes on with builds that run.", actions::exit),
                of("safe-shutdown", "Ends the server when no build runs any more.", actions::exitWhenIdle));
    }

    private static NamedCommand of(String name, String summary, Consumer<Caller> action) {
        return new NamedCommand(name, summary, () -> terminal -> {
            action.accept(terminal.caller());
            return Command.SUCCESS;
        });
    }
}
