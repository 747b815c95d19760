package hobson.http;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.BufferUtil;

/** Sends one answer: at once when its body is in memory, else from a thread that may wait. */
final class Sender {
    private static final System.Logger log = System.getLogger(Sender.class.getName());
    private static final Header ZIPPED = Header.constant("Content-Encoding", "gzip");
    private static final int FILE_BUFFER = 64 * 1024;
    /** Of an answer in memory, sent whole and left to the connection: the network takes in about as much by itself. */
    private static final int AT_ONCE = 256 * 1024;
    /** How many times as fast as others the reader of a larger one must be. */
    private static final int FASTER = 64;

    private final Call call;
    private final Request request;
    private final org.eclipse.jetty.server.Response wire;
    private final boolean mayWait;
    private final boolean headOnly;

    Sender(Call call, Request request, org.eclipse.jetty.server.Response wire, boolean mayWait) {
        this.call = call;
        this.request = request;
        this.wire = wire;
        this.mayWait = mayWait;
        this.headOnly = request.isMethod("HEAD");
    }

    void send(Response answer) {
        head(answer);
        boolean bodiless = Statuses.isBodiless(answer.status());
        switch (answer.body()) {
            case Body.Empty _ -> empty(bodiless ? -1 : 0);
            case Body.Bytes bytes when bodiless -> empty(-1);
            case Body.Bytes bytes -> bytes(bytes);
            case Body.Streamed _ when bodiless -> empty(-1);
            case Body.Streamed streamed -> onThread(() -> streamed(streamed));
            case Body.FileRegion region when bodiless -> unread(region);
            case Body.FileRegion region -> onThread(() -> streamed(content(region)));
            case Body.Conversation conversation -> call.converse(conversation);
        }
    }

    private void head(Response answer) {
        wire.setStatus(answer.status());
        var fields = wire.getHeaders();
        boolean sniffing = true;
        for (var header : answer.lines()) {
            if (header.isNamed("Location")) {
                fields.add(Header.of("Location", Location.absolute(header.value(), request))
                        .field());
            } else {
                fields.add(header.field());
                sniffing &= !header.isNamed(Header.NO_SNIFF.name());
            }
        }
        if (sniffing) fields.add(Header.NO_SNIFF.field());
        fields.add(Header.SERVER.field());
        if (call.entrance().isDraining()) fields.put(HttpHeader.CONNECTION, "close");
    }

    private void empty(long length) {
        if (length >= 0) length(length);
        wire.write(true, BufferUtil.EMPTY_BUFFER, call);
    }

    private void bytes(Body.Bytes body) {
        var sent = isZipped(body.isCompressible()) ? call.entrance().gzip().compress(body) : body;
        if (headOnly) {
            empty(sent.length());
            return;
        }
        try {
            call.holds(sent.length());
        } catch (Problem tooMany) {
            wire.reset();
            send(call.failure(request, tooMany));
            return;
        }
        length(sent.length());
        if (sent.length() > AT_ONCE) onThread(() -> inPieces(sent));
        else wire.write(true, ByteBuffer.wrap(sent.array(), sent.offset(), sent.length()), call);
    }

    /** A large answer that is in memory: who takes it in too slowly gives its place to others. */
    private void inPieces(Body.Bytes body) {
        var limits = request.exchange().settings().limits();
        var out = new AnswerStream(wire, limits.patience(), limits.slowest() * FASTER);
        try {
            for (int at = 0; at < body.length(); at += AnswerStream.KEPT) {
                out.write(body.array(), body.offset() + at, Math.min(AnswerStream.KEPT, body.length() - at));
            }
            out.close();
        } catch (IOException e) {
            broken(e);
            return;
        }
        call.succeeded();
    }

    private void streamed(Body.Streamed body) {
        boolean zipped = isZipped(body.isCompressible());
        if (!zipped && body.length() >= 0) length(body.length());
        try {
            if (headOnly) measure(body, zipped);
            else write(body, zipped);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            broken(e);
            return;
        }
        if (headOnly) empty(-1);
        else call.succeeded();
    }

    private void write(Body.Streamed body, boolean zipped) throws IOException {
        var limits = request.exchange().settings().limits();
        long slowest = request.exchange().isUnhurried() ? 0 : limits.slowest();
        var out = new AnswerStream(wire, limits.patience(), slowest);
        if (zipped) {
            var gzip = call.entrance().gzip().stream(out);
            body.writing().to(gzip);
            gzip.close(); // not when the writing fails: what broke off must not look whole
        } else {
            body.writing().to(out);
            out.close();
        }
    }

    /** Finds out what the head says, and sends nothing. */
    private void measure(Body.Streamed body, boolean zipped) throws IOException {
        var counter = new HeadStream(zipped ? Long.MAX_VALUE : body.length());
        try {
            body.writing().to(counter);
        } catch (HeadStream.Enough _) {
            // the head is known
        }
        if (!zipped && counter.length() >= 0) length(counter.length());
        else AnswerStream.announceChunks(wire);
    }

    private static Body.Streamed content(Body.FileRegion region) {
        return new Body.Streamed(out -> copy(region, out), region.length(), region.isCompressible());
    }

    private static void copy(Body.FileRegion region, OutputStream out) throws IOException {
        try (var channel = region.channel()) {
            var buffer = ByteBuffer.allocate((int) Math.min(FILE_BUFFER, Math.max(1, region.length())));
            long at = region.offset();
            long end = region.offset() + region.length();
            while (at < end) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), end - at));
                int count = channel.read(buffer, at);
                if (count < 0) throw new IOException("the file became shorter while it was sent");
                out.write(buffer.array(), 0, count);
                at += count;
            }
        }
    }

    private void unread(Body.FileRegion region) {
        try {
            region.channel().close();
        } catch (IOException e) {
            log.log(WARNING, "A file was not closed", e);
        }
        empty(-1);
    }

    /** An answer that failed while it was written. */
    private void broken(Throwable cause) {
        if (cause instanceof ConnectionDropped dropped) {
            call.drop(dropped);
            return;
        }
        var gone = CallerGone.find(cause);
        if (gone != null) {
            call.failed(gone);
        } else if (wire.isCommitted()
                && (cause instanceof ProtocolException || cause instanceof InterruptedIOException)) {
            call.failed(cause); // the caller broke the rules of a conversation, or left it
        } else if (wire.isCommitted()) {
            log.log(ERROR, "The answer to " + request + " broke off", cause);
            call.failed(cause);
        } else {
            wire.reset();
            send(call.failure(request, cause));
        }
    }

    /** Whether the client takes gzip; as Jenkins, any {@code Accept-Encoding} with these four letters counts (remote-api.md §1.8). */
    private boolean isZipped(boolean compressible) {
        if (!compressible || request.exchange().wire().header("Accept-Encoding") == null) return false;
        for (var accepted : request.exchange().wire().headers("Accept-Encoding")) {
            if (accepted.contains("gzip")) {
                var fields = wire.getHeaders().add(ZIPPED.field());
                var tag = fields.get(HttpHeader.ETAG);
                if (tag != null) fields.put(HttpHeader.ETAG, EntityTag.zipped(tag));
                return true;
            }
        }
        return false;
    }

    private void length(long length) {
        wire.getHeaders().put(HttpHeader.CONTENT_LENGTH, length);
    }

    private void onThread(Runnable writing) {
        if (mayWait) writing.run();
        else call.entrance().threads().newThread(writing).start();
    }
}
