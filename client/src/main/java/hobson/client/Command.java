package hobson.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A command of {@code jenkins-cli.jar}, run on the server over the same protocol, without the jar (cli.md §3). Nothing happens before
 * {@link #run}. Immutable: each setter returns another.
 */
public final class Command {
    private final Connection connection;
    private final List<String> words;
    private final InputStream input;
    private final Optional<OutputStream> output;
    private final Optional<OutputStream> errors;
    private final Locale locale;

    Command(Connection connection, List<String> words) {
        this(connection, words, InputStream.nullInputStream(), Optional.empty(), Optional.empty(), Locale.getDefault());
    }

    private Command(
            Connection connection,
            List<String> words,
            InputStream input,
            Optional<OutputStream> output,
            Optional<OutputStream> errors,
            Locale locale) {
        this.connection = connection;
        this.words = List.copyOf(words);
        this.input = input;
        this.output = output;
        this.errors = errors;
        this.locale = locale;
    }

    /** With this as standard input. */
    public Command input(String text) {
        return input(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    /** With this as standard input, read while the command runs and closed after it. */
    public Command input(InputStream stream) {
        return new Command(connection, words, stream, output, errors, locale);
    }

    /** Standard output goes there as it comes, and not into the result. */
    public Command output(OutputStream stream) {
        return new Command(connection, words, input, Optional.of(stream), errors, locale);
    }

    /** Standard error goes there as it comes, and not into the result. */
    public Command errors(OutputStream stream) {
        return new Command(connection, words, input, output, Optional.of(stream), locale);
    }

    /** In whose language the server may answer. */
    public Command locale(Locale language) {
        return new Command(connection, words, input, output, errors, language);
    }

    /**
     * Runs it and waits for its end. A command that fails has an exit code and throws nothing; when this thread is interrupted, the
     * conversation ends, and with it the command.
     *
     * @throws HobsonException when the server cannot be reached, refuses the credentials or knows no commands
     */
    public CommandResult run() {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var conversation = new CommandConversation(connection, input, output.orElse(out), errors.orElse(err));
        int exitCode = conversation.hold(words, locale);
        return new CommandResult(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }

    /** The same, elsewhere. */
    public CompletionStage<CommandResult> runAsync() {
        return CompletableFuture.supplyAsync(this::run, connection.executor());
    }
}
