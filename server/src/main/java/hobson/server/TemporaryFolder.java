package hobson.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A folder for as long as a server lives: in memory where the system has such a place. */
final class TemporaryFolder {
    private static final System.Logger LOG = System.getLogger(TemporaryFolder.class.getName());
    private static final Path IN_MEMORY = Path.of("/dev/shm");
    private static final String NAME = "hobson-";

    private TemporaryFolder() {}

    /** Readable by its owner alone. */
    static Path make() throws IOException {
        return Files.isWritable(IN_MEMORY)
                ? Files.createTempDirectory(IN_MEMORY, NAME)
                : Files.createTempDirectory(NAME);
    }

    /** With all that is in it; what cannot be deleted stays and is said in the log. */
    static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new Deletion());
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.WARNING, folder + " could not be deleted; delete it by hand: " + e.getMessage());
        }
    }

    /** Files may go while it is on its way: something of the server may be at its end. */
    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
