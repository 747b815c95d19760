package hobson.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The lines of a log, each when it is asked for; waits for those that are not there yet. */
final class LogLines implements Iterator<String> {
    /** A longer line comes in pieces: somebody may write a log without line ends. */
    private static final int LONGEST = 1_000_000;

    private final Connection connection;
    private final String build;
    private final Pace pace = new Pace("The log", null);
    private long start;
    private @Nullable Streamed answer;
    private @Nullable BufferedReader reader;
    private @Nullable String line;
    private boolean ended;

    private LogLines(Connection connection, String build) {
        this.connection = connection;
        this.build = build;
    }

    static Stream<String> stream(Connection connection, String build) {
        var lines = new LogLines(connection, build);
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(lines, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(lines::close);
    }

    @Override
    public boolean hasNext() {
        while (line == null && !ended) {
            try {
                advance();
            } catch (IOException e) {
                close();
                throw Transport.failure("The log of " + build, e);
            }
        }
        return line != null;
    }

    private void advance() throws IOException {
        if (reader == null || answer == null) {
            answer = connection.open(LogFollower.from(build, start));
            reader = new BufferedReader(
                    new InputStreamReader(answer.body(), Answer.charset(answer.header("Content-Type"))));
        }
        line = readLine(reader);
        if (line == null) {
            moveOn(LogFollower.Position.after(answer));
        } else {
            pace.again();
        }
    }

    private void moveOn(LogFollower.Position position) {
        close();
        start = position.next();
        ended = !position.hasMore();
        if (!ended) {
            pace.pause();
        }
    }

    private static @Nullable String readLine(BufferedReader reader) throws IOException {
        var text = new StringBuilder();
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (c == '\n') {
                int end =
                        text.length() > 0 && text.charAt(text.length() - 1) == '\r' ? text.length() - 1 : text.length();
                return text.substring(0, end);
            }
            text.append((char) c);
            if (text.length() == LONGEST) {
                return text.toString();
            }
        }
        return text.length() == 0 ? null : text.toString();
    }

    @Override
    public String next() {
        if (!hasNext() || line == null) {
            throw new NoSuchElementException();
        }
        var next = line;
        line = null;
        return next;
    }

    private void close() {
        if (answer != null) {
            answer.close();
        }
        answer = null;
        reader = null;
    }
}
