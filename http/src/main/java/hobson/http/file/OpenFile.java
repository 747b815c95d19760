package hobson.http.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Instant;

/** A file open for reading. */
public record OpenFile(FileChannel channel, String name, long size, Instant modified) implements Closeable {
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
