package hobson.engine.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The log of one build, opened for appending: processes of the build append to the same file. */
final class LogFile implements BuildLog, Closeable {
    private final FileChannel file;
    private boolean muted;

    private LogFile(FileChannel file) {
        this.file = file;
    }

    static LogFile open(Path path) throws IOException {
        return new LogFile(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    /** While a step is repeated after a crash, up to where it stood: its lines are in the file already. */
    void mute(boolean muted) {
        this.muted = muted;
    }

    @Override
    public void line(String text) throws IOException {
        text(text + "\n");
    }

    /** Appends several lines at once. */
    void text(String text) throws IOException {
        if (muted) {
            return;
        }
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
