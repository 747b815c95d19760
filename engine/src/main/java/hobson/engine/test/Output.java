package hobson.engine.test;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes records to a file: four bytes with the length, and the record. Holds one record and a small buffer. For one thread. */
final class Output implements Closeable {
    private static final int BUFFER = 64 * 1024;

    /** A buffer that grew for one large record is not kept for the small ones. */
    private static final int LARGE = 1024 * 1024;

    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private ByteArrayOutputStream record = new ByteArrayOutputStream(1024);
    private long position;

    Output(Path file) throws IOException {
        this.file = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }

    @FunctionalInterface
    interface Content {
        void writeTo(DataOutputStream out) throws IOException;
    }

    /** Where the next record begins. */
    long position() {
        return position;
    }

    /** @return where it is */
    long add(Content content) throws IOException {
        long at = position;
        record.reset();
        content.writeTo(new DataOutputStream(record));
        var length = ByteBuffer.allocate(Integer.BYTES).putInt(record.size()).flip();
        put(length);
        put(ByteBuffer.wrap(record.toByteArray()));
        if (record.size() > LARGE) {
            record = new ByteArrayOutputStream(1024);
        }
        return at;
    }

    private void put(ByteBuffer bytes) throws IOException {
        position += bytes.remaining();
        if (bytes.remaining() > buffer.remaining()) {
            flush();
        }
        if (bytes.remaining() > buffer.remaining()) {
            write(bytes);
        } else {
            buffer.put(bytes);
        }
    }

    /** Copies the beginning of another file to the beginning of this one. */
    void begin(Path from, long length) throws IOException {
        try (var source = FileChannel.open(from, StandardOpenOption.READ)) {
            for (long at = 0; at < length; ) {
                at += source.transferTo(at, length - at, file);
            }
        }
        position = length;
    }

    /** Forgets what was written from there on. */
    void truncate(long to) throws IOException {
        flush();
        file.truncate(to);
        file.position(to);
        position = to;
    }

    /** Afterwards the whole is in the file. */
    FileChannel flush() throws IOException {
        write(buffer.flip());
        buffer.clear();
        return file;
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
