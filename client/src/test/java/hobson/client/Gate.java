package hobson.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Something that a build on this machine waits for: a file that is not there until the gate is opened. */
final class Gate implements AutoCloseable {
    private final Path folder;

    private Gate(Path folder) {
        this.folder = folder;
    }

    static Gate closed() throws IOException {
        return new Gate(Files.createTempDirectory("hobson-gate"));
    }

    /** A command that ends when the gate is open. */
    String command() {
        return "until [ -e " + folder.resolve("open") + " ]; do sleep 0.05; done";
    }

    void open() throws IOException {
        Files.write(folder.resolve("open"), new byte[0]);
    }

    @Override
    public void close() throws IOException {
        open();
    }
}
