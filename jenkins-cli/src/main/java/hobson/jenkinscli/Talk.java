package hobson.jenkinscli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** One command from its words to its exit code: the same over every wire that carries frames. */
final class Talk {
    private static final int PIECE = 60_000;

    /** What the stock client ends with when it cannot tell how the command did. */
    static final int UNKNOWN = 255;

    private final Terminal terminal;
    private final Charset charset;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();

    Talk(Terminal terminal, Charset charset) {
        this.terminal = terminal;
        this.charset = charset;
    }

    /** Says what is to be done, and begins to send the standard input: whether the command wants it is not known here. */
    void begin(List<String> command, Wire wire) throws IOException {
        for (var word : command) {
            wire.send(Frame.of(Frame.ARG, word));
        }
        wire.send(encoding());
        wire.send(Frame.of(Frame.LOCALE, Locale.getDefault().toString()));
        wire.send(Frame.of(Frame.START));
        var input = new Thread(() -> sendInput(wire), "stdin");
        input.setDaemon(true);
        input.start();
    }

    /** Also a sign of life. */
    Frame encoding() {
        return Frame.of(Frame.ENCODING, charset.name());
    }

    private void sendInput(Wire wire) {
        var buffer = new byte[PIECE];
        try {
            for (int count = terminal.in().read(buffer);
                    count >= 0;
                    count = terminal.in().read(buffer)) {
                wire.send(new Frame(Frame.STDIN, Arrays.copyOf(buffer, count)));
            }
            wire.send(Frame.of(Frame.END_STDIN));
        } catch (IOException e) {
            ended(); // the server is gone, or has what it wants
        }
    }

    /** Takes in what the server says; what is not for this side is ignored. */
    void take(byte op, byte[] payload) {
        switch (op) {
            case Frame.STDOUT -> print(terminal.out(), payload);
            case Frame.STDERR -> print(terminal.err(), payload);
            case Frame.EXIT ->
                exit.complete(
                        payload.length < 4 ? UNKNOWN : ByteBuffer.wrap(payload).getInt());
            default -> {}
        }
    }

    private static void print(PrintStream stream, byte[] payload) {
        stream.write(payload, 0, payload.length);
        stream.flush();
    }

    /** The server will say no more. */
    void ended() {
        exit.complete(UNKNOWN);
    }

    int exitCode() {
        return exit.join();
    }
}
