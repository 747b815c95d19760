package hobson.client;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * One command over two requests at once: what the server says comes as the answer to the first, what it is told goes as the body of the
 * second (cli.md §3). For one thread.
 */
final class CommandConversation {
    static final String PATH = "cli?remoting=false";
    private static final Duration LONGEST = Duration.ofDays(7);

    private final Connection connection;
    private final InputStream input;
    private final OutputStream output;
    private final OutputStream errors;

    CommandConversation(Connection connection, InputStream input, OutputStream output, OutputStream errors) {
        this.connection = connection;
        this.input = input;
        this.output = output;
        this.errors = errors;
    }

    /** Runs the command and returns its exit code. */
    int hold(List<String> words, Locale locale) {
        var what = "The command " + (words.isEmpty() ? "" : words.get(0));
        var call = Call.post(PATH).with("Session", UUID.randomUUID().toString()).within(LONGEST);
        try (var download = connection.open(call.with("Side", "download"))) {
            if (download.header("Hudson-Duplex").isEmpty()) {
                throw new HobsonException.UnexpectedAnswer(
                        what + ": the server does not offer the command line.", download.status(), null);
            }
            try (var upload = new CommandUpload(connection, call.with("Side", "upload"), input, download::close)) {
                upload.start(beginning(words, locale));
                int exitCode = exitCode(download.body(), upload);
                upload.end();
                return exitCode;
            }
        } catch (InterruptedIOException e) {
            throw new HobsonException.Interrupted(what + " was interrupted.", e);
        } catch (EOFException e) {
            throw new HobsonException.ConnectionFailure(what + " ended without an exit code.", false, e);
        } catch (IOException e) {
            throw Transport.failure(what, e);
        }
    }

    private static List<ByteBuffer> beginning(List<String> words, Locale locale) {
        var frames = new java.util.ArrayList<ByteBuffer>();
        words.forEach(word -> frames.add(CommandFrames.frame(CommandFrames.ARGUMENT, word)));
        frames.add(CommandFrames.frame(CommandFrames.ENCODING, StandardCharsets.UTF_8.name()));
        frames.add(CommandFrames.frame(CommandFrames.LOCALE, locale.toString()));
        frames.add(CommandFrames.frame(CommandFrames.START));
        return frames;
    }

    private int exitCode(InputStream in, CommandUpload upload) throws IOException {
        try {
            if (in.read() < 0) { // the byte that makes the answer begin
                throw new EOFException();
            }
            while (true) {
                var frame = CommandFrames.read(in);
                switch (frame.kind()) {
                    case CommandFrames.OUTPUT -> write(output, frame.content());
                    case CommandFrames.ERRORS -> write(errors, frame.content());
                    case CommandFrames.EXIT -> {
                        return ByteBuffer.wrap(frame.content()).getInt();
                    }
                    default -> {} // of a later protocol
                }
            }
        } catch (EOFException e) {
            upload.throwFailure();
            throw e;
        }
    }

    private static void write(OutputStream stream, byte[] content) {
        try {
            stream.write(content);
            stream.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // of the caller's stream, not of the connection
        }
    }
}
