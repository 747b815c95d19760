package hobson.server.ephemeral;

import hobson.http.Body;
import hobson.http.ConnectionDropped;
import hobson.http.Handler;
import hobson.http.Header;
import hobson.http.Request;
import hobson.http.Response;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.time.Duration;
import java.util.Optional;

/** What goes wrong with a request. */
sealed interface Fault {
    int MOST_DRAINED = 1 << 20;

    Response answer(Request request, Handler next);

    /** The request is not looked at. */
    record Status(int status, Optional<Duration> retryAfter) implements Fault {
        @Override
        public Response answer(Request request, Handler next) {
            drain(request);
            var answer = Response.text(status, "This fault was asked for.\n");
            return retryAfter
                    .map(after -> answer.with(Header.of("Retry-After", Long.toString(after.toSeconds()))))
                    .orElse(answer);
        }
    }

    /** The request is done, and the answer comes late, by the clock of the machine. */
    record Slow(Duration delay) implements Fault {
        @Override
        public Response answer(Request request, Handler next) {
            var answer = next.handle(request);
            try {
                Thread.sleep(delay);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return answer;
        }
    }

    /** The request is done, and of the body no more comes than some bytes: then the connection ends. */
    record Cut(long bytes) implements Fault {
        @Override
        public Response answer(Request request, Handler next) {
            var answer = next.handle(request);
            var whole = answer.body();
            if (whole instanceof Body.Conversation) {
                throw ConnectionDropped.cut(); // there is no body, and the head is not ours to send
            }
            return answer.withBody(Body.stream(out -> {
                write(whole, new Cutter(out, bytes));
                out.flush();
                throw ConnectionDropped.cut();
            }));
        }
    }

    /** The connection is reset, and the request is not looked at. */
    record Reset() implements Fault {
        @Override
        public Response answer(Request request, Handler next) {
            drain(request);
            throw ConnectionDropped.reset();
        }
    }

    /** Takes in what the client sends, so that it is on record. */
    private static void drain(Request request) {
        if (request.header("Expect").isEmpty()) {
            try {
                request.body().readNBytes(MOST_DRAINED);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private static void write(Body body, OutputStream out) throws IOException {
        switch (body) {
            case Body.Empty _ -> {}
            case Body.Bytes bytes -> out.write(bytes.array(), bytes.offset(), bytes.length());
            case Body.Streamed streamed -> streamed.writing().to(out);
            case Body.Conversation _ -> {}
            case Body.FileRegion region -> {
                try (var channel = region.channel()) {
                    channel.position(region.offset());
                    Channels.newInputStream(channel).transferTo(out);
                }
            }
        }
    }

    /** Passes on the first bytes and drops the connection instead of the next. */
    final class Cutter extends FilterOutputStream {
        private long left;

        Cutter(OutputStream out, long most) {
            super(out);
            this.left = most;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int passed = (int) Math.min(left, length);
            out.write(bytes, offset, passed);
            left -= passed;
            if (passed < length) {
                out.flush();
                throw ConnectionDropped.cut();
            }
        }
    }
}
