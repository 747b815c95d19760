package hobson.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A folder for as long as a server lives: in memory where the system has such a place. It is locked meanwhile, so that the next one
 * that is made takes away those of servers that were killed.
 */
final class TemporaryFolder implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(TemporaryFolder.class.getName());
    private static final Path IN_MEMORY = Path.of("/dev/shm");
    private static final String NAME = "hobson-";
    private static final String OURS = NAME + ProcessHandle.current().pid() + "-";
    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel lock;

    private TemporaryFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Readable by its owner alone. */
    static TemporaryFolder make() throws IOException {
        if (!Files.isWritable(IN_MEMORY)) {
            return locked(Files.createTempDirectory(OURS));
        }
        sweep();
        return locked(Files.createTempDirectory(IN_MEMORY, OURS));
    }

    /** What is called a lock is locked from the beginning. */
    private static TemporaryFolder locked(Path path) throws IOException {
        var file = path.resolve("unlocked");
        var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var _ = channel.lock(); // until the channel is closed
        Files.move(file, path.resolve(LOCK), StandardCopyOption.ATOMIC_MOVE);
        return new TemporaryFolder(path, channel);
    }

    private static void sweep() {
        try (var folders = Files.newDirectoryStream(IN_MEMORY, NAME + "*")) {
            for (var folder : folders) {
                // to open one of our own locks and close it again would unlock it for all others
                boolean ours = String.valueOf(folder.getFileName()).startsWith(OURS);
                if (!ours && isAbandoned(folder.resolve(LOCK))) {
                    delete(folder);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "folders of servers that were killed stay", e);
        }
    }

    private static boolean isAbandoned(Path file) {
        if (!Files.isWritable(file)) {
            return false;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return channel.tryLock() != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false; // just gone, or a server of this process
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        delete(path);
        try {
            lock.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the lock is gone already", e);
        }
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
