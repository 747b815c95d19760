package hobson.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One request and what has been read of it so far: everything that is costly is done when first asked for, and once. Used by one
 * thread at a time; handing it to a virtual thread publishes it.
 */
final class Exchange implements AutoCloseable {
    private final Wire wire;
    private final HttpSettings settings;
    private final RequestPath path;
    private final BodyMemory.Share memory;
    private @Nullable Origin origin;
    private @Nullable Parameters query;
    private @Nullable Parameters cookies;
    private @Nullable Form form;
    private boolean takesFiles;
    private @Nullable BodyCopy copy;
    private @Nullable PacedBody body;
    private volatile boolean unhurried;

    Exchange(Wire wire, HttpSettings settings, RequestPath path, BodyMemory memory) {
        this.wire = wire;
        this.settings = settings;
        this.path = path;
        this.memory = memory.share();
    }

    Wire wire() {
        return wire;
    }

    HttpSettings settings() {
        return settings;
    }

    RequestPath path() {
        return path;
    }

    Origin origin() {
        var known = origin;
        if (known == null) origin = known = Origin.of(wire, settings.trustsForwarded());
        return known;
    }

    Parameters query() {
        var known = query;
        if (known == null)
            query = known = UrlEncoded.query(wire.query(), settings.limits().fields());
        return known;
    }

    Parameters cookies() {
        var known = cookies;
        if (known == null) cookies = known = CookieLine.parse(wire.headers("Cookie"));
        return known;
    }

    InputStream body() {
        var known = body;
        if (known == null) body = known = new PacedBody(copied(wire.body()), settings.limits(), this::isUnhurried);
        return known;
    }

    private InputStream copied(InputStream received) {
        var wanted = copy;
        return wanted == null ? received : wanted.of(received);
    }

    /** Before the body is read; later it changes nothing. */
    void copyTo(BodyCopy wanted) {
        copy = wanted;
    }

    byte[] bytes(int most) {
        try {
            if (announcesMoreThan(most)) throw tooLarge(most);
            var bytes = memory.taking(body()).readNBytes(most);
            if (bytes.length == most && body().read() >= 0) throw tooLarge(most);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem tooLarge(int most) {
        return Problem.tooLarge("The body of this request may have at most " + most + " bytes");
    }

    /** What is kept of the body in memory is taken from here. */
    BodyMemory.Share memory() {
        return memory;
    }

    /** Whether waiting for the rest would be in vain. The connection has checked that the length is a number. */
    private boolean announcesMoreThan(int most) {
        var length = wire.header("Content-Length");
        return length != null && Long.parseLong(length) > most;
    }

    /** May be called by another thread than the one that uses the exchange. */
    void mayPause(Duration longest) {
        unhurried = true;
        wire.idle(longest);
    }

    /** The connection is for others again. */
    void end() {
        close();
        if (unhurried) wire.idle(settings.limits().idle());
    }

    boolean isUnhurried() {
        return unhurried;
    }

    /** Before the form is read; later it changes nothing. */
    void takeFiles() {
        takesFiles = true;
    }

    boolean takesFiles() {
        return takesFiles;
    }

    /** The form, read when it is first needed; {@code mayBlock} is the caller's word that it is on a thread that may wait. */
    Form form(boolean mayBlock) {
        var known = form;
        if (known != null) return known;
        if (Form.isIn(wire)) {
            if (!mayBlock) throw MustBlock.SIGNAL;
            known = Form.read(this);
        } else {
            known = Form.without(query());
        }
        form = known;
        return known;
    }

    /** Whether a body was announced that was not read to its end, and may be read without asking the caller to send it. */
    boolean hasLeftovers() {
        var read = body;
        return Leftovers.mayBe(wire) && (read == null ? wire.header("Expect") == null : !read.isAtEnd());
    }

    /** Deletes what was uploaded, and lets go of the memory that it took. */
    @Override
    public void close() {
        memory.close();
        var known = form;
        if (known != null) known.close();
    }
}
