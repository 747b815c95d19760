package hobson.server.command;

import java.nio.file.Path;

/** What was asked for. */
public sealed interface Command {
    /** Run the server. */
    record Serve(ServeOptions options) implements Command {}

    /**
     * Take in what a Jenkins has.
     *
     * @param source its home
     */
    record Import(ServeOptions options, Path source) implements Command {}

    /** Encrypt the secrets with a new key. */
    record RotateKey(ServeOptions options) implements Command {}

    /** Print a text and leave. */
    record Print(String text) implements Command {}
}
