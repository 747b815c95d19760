package hobson.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A file that a build has kept, whether it exists or not: nothing is asked before a method is called. */
public final class ArtifactFile {
    private final Connection connection;
    private final String path;
    private final String address;

    ArtifactFile(Connection connection, String build, String path) {
        this.connection = connection;
        this.path = path;
        this.address = build + "artifact/" + Artifact.address(path);
    }

    /** From the root of the build's artifacts. */
    public String path() {
        return path;
    }

    /** Its content. To be closed. */
    public InputStream open() {
        return watched(connection.open(Call.get(address)));
    }

    private InputStream watched(Streamed answer) {
        return new Watched(
                answer.body(), connection.settings().progress(), Transfer.Direction.DOWNLOAD, path, answer.length());
    }

    /** Copies its content. Not again from the beginning when the connection breaks off in the middle. */
    public void copyTo(OutputStream to) {
        var call = Call.get(address);
        try (var content = open()) {
            content.transferTo(to);
        } catch (IOException e) {
            throw Transport.failure(call.at(connection.address(address)), e);
        }
    }

    /**
     * Downloads it to that file, which is there whole or not at all. Begins again when the connection breaks off.
     *
     * @return that file
     */
    public Path download(Path to) {
        try {
            var folder = to.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            // not a temporary file, which only its owner could read for ever
            var part = Files.createFile(to.resolveSibling(".download-" + UUID.randomUUID() + ".part"));
            try {
                fetch(part);
                return Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + to + ": " + e.getMessage(), e);
        }
    }

    private void fetch(Path part) {
        connection.exchange(Call.get(address), answer -> {
            try (var content = watched(answer)) {
                return write(content, part);
            }
        });
    }

    private static long write(InputStream content, Path part) throws IOException {
        try (var file = Files.newOutputStream(part)) {
            return content.transferTo(new Disk(file));
        }
    }

    /**
     * Downloads it to its own path below a folder.
     *
     * @throws IllegalArgumentException when its path leads out of the folder; nothing was written then
     */
    public Path downloadInto(Path folder) {
        return download(SafePath.below(folder, path));
    }

    /** Tells a full disk from a broken connection: the first is not to be tried again. */
    private static final class Disk extends OutputStream {
        private final OutputStream file;

        Disk(OutputStream file) {
            this.file = file;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            try {
                file.write(bytes, offset, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
