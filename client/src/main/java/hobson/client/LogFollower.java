package hobson.client;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Reads a log as it grows (remote-api.md §8). Memory does not grow with it. */
final class LogFollower {
    private static final int PIECE = 16 * 1024;

    private final Connection connection;
    private final String build;

    /** @param build its address below the server's */
    LogFollower(Connection connection, String build) {
        this.connection = connection;
        this.build = build;
    }

    /**
     * Where a reader is.
     *
     * @param next where the next piece begins
     */
    record Position(long next, boolean hasMore) {
        static Position after(Streamed answer) {
            long next = answer.headers().firstValueAsLong("X-Text-Size").orElse(-1);
            if (next < 0) {
                throw new HobsonException.UnexpectedAnswer(
                        answer.address().getPath() + " says no X-Text-Size.", answer.status(), null);
            }
            return new Position(next, answer.header("X-More-Data").equalsIgnoreCase("true"));
        }
    }

    LogPart part(long start) {
        var text = new StringBuilder();
        var position = read(start, text::append);
        return new LogPart(text.toString(), position.next, position.hasMore);
    }

    void follow(Consumer<String> text) {
        var pace = new Pace("The log", null);
        for (var at = read(0, text); at.hasMore; ) {
            pace.pause();
            var next = read(at.next, text);
            if (next.next != at.next) {
                pace.again();
            }
            at = next;
        }
    }

    CompletableFuture<Void> followAsync(Consumer<String> text) {
        var pace = new Pace("The log", null);
        var at = new AtomicLong();
        var end = Waiting.<Boolean>async(
                () -> {
                    var next = read(at.get(), text);
                    if (at.getAndSet(next.next) != next.next) {
                        pace.again();
                    }
                    return next.hasMore ? Optional.empty() : Optional.of(true);
                },
                pace,
                connection.executor());
        return Waiting.then(end, done -> CompletableFuture.completedFuture(null));
    }

    static Consumer<String> into(OutputStream to) {
        return text -> {
            try {
                to.write(text.getBytes(StandardCharsets.UTF_8));
                to.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /** The answer with what the log has from there on. */
    static Call from(String build, long start) {
        return Call.get(build + "logText/progressiveText?start=" + start);
    }

    private Position read(long start, Consumer<String> text) {
        var once = new Once(text);
        return connection.exchange(from(build, start), answer -> {
            try (answer) {
                var position = Position.after(answer);
                once.again();
                copy(answer, once);
                return position;
            }
        });
    }

    private static void copy(Streamed answer, Consumer<String> text) throws IOException {
        var reader = new InputStreamReader(answer.body(), Answer.charset(answer.header("Content-Type")));
        var rest = "";
        var buffer = new char[PIECE];
        for (int some = reader.read(buffer); some >= 0; some = reader.read(buffer)) {
            var piece = (rest + new String(buffer, 0, some)).replace("\r\n", "\n");
            int end = piece.lastIndexOf('\n') + 1;
            if (end == 0 && piece.length() >= PIECE) {
                end = piece.length() - (isHalf(piece.charAt(piece.length() - 1)) ? 1 : 0); // a line without end
            }
            rest = piece.substring(end);
            if (end > 0) {
                text.accept(piece.substring(0, end));
            }
        }
        if (!rest.isEmpty()) {
            text.accept(rest);
        }
    }

    /** Whether what follows may belong to it: a line end, or the other half of a character. */
    private static boolean isHalf(char last) {
        return last == '\r' || Character.isHighSurrogate(last);
    }

    /** Hands over each character once, although an answer that broke off is read from its beginning again: what a log has it keeps. */
    private static final class Once implements Consumer<String> {
        private final Consumer<String> text;
        private long handedOver;
        private long seen;

        Once(Consumer<String> text) {
            this.text = text;
        }

        void again() {
            seen = 0;
        }

        @Override
        public void accept(String piece) {
            int known = (int) Math.min(piece.length(), Math.max(0, handedOver - seen));
            seen += piece.length();
            if (known < piece.length()) {
                handedOver = seen;
                text.accept(piece.substring(known));
            }
        }
    }
}
