package hobson.remote.cli;

import hobson.remote.page.Identification;
import java.util.List;

/** Commands that tell what the server is and who is asking. */
public final class ServerFacts implements CommandGroup {
    private final Identification identification;

    public ServerFacts(Identification identification) {
        this.identification = identification;
    }

    @Override
    public List<NamedCommand> commands() {
        return List.of(
                new NamedCommand(
                        "version",
                        "Shows the version of Jenkins that this server stands for.",
                        () -> line(Identification.JENKINS)),
                new NamedCommand(
                        "session-id",
                        "Shows the session id, which is another one after each start.",
                        () -> line(identification.session())),
                NamedCommand.open("who-am-i", "Shows as whom the server knows you.", () -> ServerFacts::whoAmI));
    }

    private static Command line(String text) {
        return terminal -> {
            terminal.out().println(text);
            return Command.SUCCESS;
        };
    }

    private static int whoAmI(Terminal terminal) {
        var caller = terminal.caller();
        terminal.out().println("Authenticated as: " + caller.name());
        terminal.out().println("Authorities:");
        terminal.out().println("  " + (caller.anonymous() ? "anonymous" : "authenticated"));
        return Command.SUCCESS;
    }
}
