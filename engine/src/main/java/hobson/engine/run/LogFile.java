package hobson.engine.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The log of one build, opened for appending: processes of the build append to the same file. */
final class LogFile implements BuildLog, Closeable {
    private final FileChannel file;
    private boolean muted;
    private @Nullable Mask mask;

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

    /** What is written from now on has no secrets in it. */
    void mask(Mask mask) {
        this.mask = mask;
    }

    @Nullable
    Mask mask() {
        return mask;
    }

    long size() throws IOException {
        return file.size();
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
        var shown = mask == null ? text : mask.applied(text);
        var bytes = shown.getBytes(StandardCharsets.UTF_8);
        append(bytes, 0, bytes.length);
    }

    /** Appends bytes as they are. */
    void append(byte[] bytes, int offset, int length) throws IOException {
        var rest = ByteBuffer.wrap(bytes, offset, length);
        while (rest.hasRemaining()) {
            file.write(rest);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
