package hobson.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;

/** Reads {@code multipart/form-data} as it comes in: Jetty knows the grammar, {@link PartCollector} where the parts go. */
final class Multipart {
    private static final int BUFFER = 16 * 1024;
    private static final int MOST_BOUNDARY = 200;

    private Multipart() {}

    /**
     * Adds the plain fields to {@code into} and returns the files; reads the body to its end. When it fails nothing stays behind.
     *
     * @throws Problem 400 for a malformed body, 413 for one beyond the limits
     */
    static List<ReceivedFile> read(Exchange exchange, Optional<String> boundary, Parameters.Collector into) {
        var mark = boundary.filter(text -> !text.isEmpty() && text.length() <= MOST_BOUNDARY)
                .orElseThrow(() -> Problem.badRequest("The Content-Type of a multipart form needs a boundary"));
        var collector = new PartCollector(exchange.settings(), exchange.takesFiles(), exchange.memory(), into);
        var parser = new MultiPart.Parser(mark, collector);
        parser.setMaxParts(-1); // counted by the collector, which knows a better sentence
        parser.setPartHeadersMaxLength(exchange.settings().limits().headBytes());
        try {
            pump(exchange, parser, collector);
            return collector.files();
        } catch (RuntimeException e) {
            collector.discard();
            throw e;
        }
    }

    private static void pump(Exchange exchange, MultiPart.Parser parser, PartCollector collector) {
        var body = exchange.body();
        var buffer = new byte[BUFFER];
        try {
            int count;
            do {
                count = body.read(buffer);
                var bytes = ByteBuffer.wrap(buffer, 0, Math.max(count, 0));
                parser.parse(Content.Chunk.from(bytes, count < 0));
                collector.rethrow();
            } while (count >= 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
