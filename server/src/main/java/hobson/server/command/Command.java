package hobson.server.command;

/** What was asked for. */
public sealed interface Command {
    /** Run the server. */
    record Serve(ServeOptions options) implements Command {}

    /** Print a text and leave. */
    record Print(String text) implements Command {}
}
