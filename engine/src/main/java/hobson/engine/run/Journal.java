package hobson.engine.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What has been done of one build, in its folder, so that a server that starts after a crash goes on where the last one stood.
 *
 * <pre>{@code
 * begun
 * step.0 SUCCESS
 * step.1 FAILURE
 * stop alice
 * publisher.0 SUCCESS
 * }</pre>
 *
 * <p>A line that a crash cut short is not there. Written by the thread of the build and by those who stop it.
 */
final class Journal implements Closeable {
    private final FileChannel file;
    private final Map<String, String> entries;

    private Journal(FileChannel file, Map<String, String> entries) {
        this.file = file;
        this.entries = entries;
    }

    static Journal create(Path path) throws IOException {
        return new Journal(
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND), new HashMap<>());
    }

    static Journal open(Path path) throws IOException {
        var entries = new HashMap<String, String>();
        if (Files.exists(path)) {
            var text = Files.readString(path);
            text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(line -> {
                int blank = line.indexOf(' ');
                entries.put(blank < 0 ? line : line.substring(0, blank), blank < 0 ? "" : line.substring(blank + 1));
            });
        }
        return new Journal(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND), entries);
    }

    synchronized Optional<String> find(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    synchronized void note(String key, String value) throws IOException {
        entries.put(key, value);
        var line = value.isEmpty() ? key + "\n" : key + " " + value + "\n";
        var rest = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        while (rest.hasRemaining()) {
            file.write(rest);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
