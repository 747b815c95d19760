package hobson.cli.server;

import hobson.cli.session.CommandFailure;
import hobson.cli.session.ExitCode;
import hobson.cli.session.Session;
import hobson.cli.terminal.Fields;
import hobson.cli.terminal.Style;
import hobson.cli.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hobson tokens}: API tokens of the caller. */
@Command(
        name = "tokens",
        description = "Lists, makes and revokes your API tokens.",
        footer = {"Examples:", "  hobson tokens", "  hobson tokens create nightly", "  hobson tokens revoke nightly"})
public final class TokensCommand implements Runnable {
    private final Session session;

    public TokensCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        list();
    }

    @Command(description = "Lists them; their values are known to nobody.")
    int list() {
        new Table<TokenPage.Entry>()
                .column("name", TokenPage.Entry::name, token -> Style.BOLD)
                .column("id", TokenPage.Entry::id)
                .print(session.terminal(), TokenPage.read(session.hobson()), "You have no API tokens.");
        return ExitCode.FINE;
    }

    @Command(description = "Makes one and prints its value, which is shown this once.")
    int create(@Parameters(paramLabel = "NAME", description = "What it is for.") String name) {
        var token = session.hobson().users().me().tokens().generate(name);
        if (session.terminal().json()) {
            new Fields()
                    .with("name", token.name())
                    .with("id", token.id())
                    .with("value", token.value())
                    .print(session.terminal());
        } else {
            session.terminal().print(token.value());
        }
        return ExitCode.FINE;
    }

    @Command(description = "Makes one worthless, at once.")
    int revoke(@Parameters(paramLabel = "NAME", description = "Its name or id.") String name) {
        var meant = TokenPage.read(session.hobson()).stream()
                .filter(token -> token.id().equals(name) || token.name().equals(name))
                .toList();
        if (meant.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.NOT_FOUND, "You have no API token '" + name + "'. 'hobson tokens' lists those you have.");
        } else if (meant.size() > 1) {
            throw new CommandFailure(
                    ExitCode.CONFLICT,
                    "You have " + meant.size() + " API tokens '" + name + "': say which by its id ('hobson tokens').");
        }
        session.hobson().users().me().tokens().revoke(meant.getFirst().id());
        session.terminal().say("Revoked " + meant.getFirst().name() + ".");
        return ExitCode.FINE;
    }
}
