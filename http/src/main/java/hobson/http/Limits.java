package hobson.http;

import java.time.Duration;

/**
 * How much one caller may use. Exceeding a limit is a 4xx with one sentence.
 *
 * @param connections open at the same time; further ones wait in the kernel's queue
 * @param headBytes request line and headers: 414 or 431 beyond
 * @param idle a connection on which nothing moves for that long, within or between requests, is closed
 * @param slowest bytes per second below which a body is given up after {@code patience}: 408, or the connection is closed; 64 times as
 *     many for a large answer that is in memory
 * @param patience how long a body may be slower than that
 * @param bodyBytes of a request, of any kind
 * @param formBytes of a form that is not multipart, and of all plain fields of a multipart form together
 * @param fields parameters in query and body together
 * @param parts of a multipart body
 * @param inMemoryBytes of an uploaded file; the rest goes to a file
 * @param largeBodies bytes that the bodies of all requests have in memory together, the first 64 KiB of each aside: 503 beyond;
 *     the same for the bodies of all answers
 */
public record Limits(
        int connections,
        int headBytes,
        Duration idle,
        long slowest,
        Duration patience,
        long bodyBytes,
        int formBytes,
        int fields,
        int parts,
        int inMemoryBytes,
        long largeBodies) {

    public static final Limits DEFAULT = new Limits(
            10_000,
            8 * 1024,
            Duration.ofSeconds(30),
            256,
            Duration.ofSeconds(20),
            4L << 30,
            16 << 20,
            10_000,
            1_000,
            64 << 10,
            Math.max(64 << 20, Runtime.getRuntime().maxMemory() / 16));

    public Limits {
        if (connections < 1) throw new IllegalArgumentException("http connections: " + connections);
        if (headBytes < 1024) throw new IllegalArgumentException("http head: at least 1024 bytes, not " + headBytes);
        if (!idle.isPositive()) throw new IllegalArgumentException("http idle time: " + idle);
    }

    public Limits withConnections(int most) {
        return new Limits(
                most,
                headBytes,
                idle,
                slowest,
                patience,
                bodyBytes,
                formBytes,
                fields,
                parts,
                inMemoryBytes,
                largeBodies);
    }

    public Limits withIdle(Duration longest) {
        return new Limits(
                connections,
                headBytes,
                longest,
                slowest,
                patience,
                bodyBytes,
                formBytes,
                fields,
                parts,
                inMemoryBytes,
                largeBodies);
    }

    public Limits withSlowest(long bytesPerSecond, Duration after) {
        return new Limits(
                connections,
                headBytes,
                idle,
                bytesPerSecond,
                after,
                bodyBytes,
                formBytes,
                fields,
                parts,
                inMemoryBytes,
                largeBodies);
    }

    public Limits withBodyBytes(long most) {
        return new Limits(
                connections,
                headBytes,
                idle,
                slowest,
                patience,
                most,
                formBytes,
                fields,
                parts,
                inMemoryBytes,
                largeBodies);
    }

    public Limits withFormBytes(int most) {
        return new Limits(
                connections,
                headBytes,
                idle,
                slowest,
                patience,
                bodyBytes,
                most,
                fields,
                parts,
                inMemoryBytes,
                largeBodies);
    }

    public Limits withLargeBodies(long most) {
        return new Limits(
                connections,
                headBytes,
                idle,
                slowest,
                patience,
                bodyBytes,
                formBytes,
                fields,
                parts,
                inMemoryBytes,
                most);
    }
}
