package hobson.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What follows an answer's head. {@code compressible} bodies are sent with gzip to clients that accept it. */
public sealed interface Body {
    Body EMPTY = new Empty();

    /** Bytes that nobody changes any more. */
    static Bytes bytes(byte[] bytes) {
        return new Bytes(bytes, 0, bytes.length, false);
    }

    /** Some of the bytes of an array, which nobody changes any more. */
    static Bytes bytes(byte[] array, int offset, int length) {
        return new Bytes(array, offset, length, false);
    }

    static Bytes text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A character that the charset does not know becomes {@code ?}. */
    static Bytes text(String text, Charset charset) {
        return bytes(text.getBytes(charset));
    }

    /** A body that is written while it is sent; its length is not known. */
    static Streamed stream(Writing writing) {
        return new Streamed(writing, -1, false);
    }

    /** A body that is written while it is sent, and is exactly {@code length} bytes long. */
    static Streamed stream(long length, Writing writing) {
        return new Streamed(writing, length, false);
    }

    /** A part of an open file. The channel is closed when the answer was sent or has failed. */
    static FileRegion file(FileChannel channel, long offset, long length) {
        return new FileRegion(channel, offset, length, false);
    }

    /** Nothing; {@code Content-Length: 0}. */
    record Empty() implements Body {}

    /** Bytes in memory. The only body, besides the empty one, that is sent without a thread. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; copying each answer is what this type avoids
    record Bytes(byte[] array, int offset, int length, boolean isCompressible) implements Body {
        public Bytes compressible() {
            return new Bytes(array, offset, length, true);
        }
    }

    /** Bytes that come from a {@link Writing}; {@code length} is -1 when it is not known. */
    record Streamed(Writing writing, long length, boolean isCompressible) implements Body {
        public Streamed compressible() {
            return new Streamed(writing, length, true);
        }
    }

    /** Bytes of a file. */
    record FileRegion(FileChannel channel, long offset, long length, boolean isCompressible) implements Body {
        public FileRegion compressible() {
            return new FileRegion(channel, offset, length, true);
        }
    }

    /**
     * None: the connection becomes a WebSocket (RFC 6455). Only for a request that {@linkplain Request#wantsWebSocket wants} one.
     *
     * @param ping how often the other side is asked whether it is still there, the first time after half of it; after twice that time
     *     without any sign the connection is closed
     */
    record Conversation(Talk talk, Duration ping) implements Body {}

    /** What is said over a WebSocket. Called once, on a virtual thread; when it returns, the connection is closed. */
    @FunctionalInterface
    interface Talk {
        /**
         * Talks until the end.
         *
         * @throws java.net.ProtocolException when the other side breaks the rules of the talk: it is told so (1002)
         */
        void over(WebSocket socket) throws IOException, InterruptedException;
    }

    /**
     * Writes a body. Called at most once, on a virtual thread, after the handler returned. While nothing has been sent yet (the
     * first 32 KiB) a failure still becomes an error page; later it ends the connection, so that the client notices.
     */
    @FunctionalInterface
    interface Writing {
        void to(OutputStream out) throws IOException;
    }
}
