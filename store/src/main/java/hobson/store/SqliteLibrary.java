package hobson.store;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Where SQLite's native library is kept between starts. Left alone, the driver unpacks it into a temporary folder each time, which
 * costs 60 ms.
 */
public final class SqliteLibrary {
    private static final System.Logger LOG = System.getLogger(SqliteLibrary.class.getName());

    private SqliteLibrary() {}

    /**
     * Unpacks the library into a folder beside others of other versions, unless it is there, and has the driver take it from there.
     * The folder must be one that only the server's user can write to. To be called before the first store is opened; processes may
     * do so at the same time. Where that fails the driver does as it would have done.
     */
    public static void provide(Path folder) {
        var name = LibraryLoaderUtil.getNativeLibName();
        var home = folder.resolve(String.join(
                "-",
                "sqlite",
                SQLiteJDBCLoader.getVersion(),
                System.getProperty("os.name").replace(' ', '_'),
                System.getProperty("os.arch")));
        try {
            if (!Files.exists(home.resolve(name)) && !unpack(name, home)) {
                return;
            }
            System.setProperty("org.sqlite.lib.path", home.toString());
            System.setProperty("org.sqlite.lib.name", name);
        } catch (IOException e) {
            LOG.log(
                    Level.INFO,
                    "SQLite's library could not be unpacked into " + home + ", so each start unpacks it: " + e);
        }
    }

    /**
     * Puts it into place when it is complete and on disk, so that nobody ever loads a part of it.
     *
     * @return false when the driver brings none for this system: then it looks for one of the system's own
     */
    private static boolean unpack(String name, Path home) throws IOException {
        var packed = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (var in = SQLiteJDBCLoader.class.getResourceAsStream(packed)) {
            if (in == null) {
                return false;
            }
            Files.createDirectories(home);
            var part = Files.createTempFile(home, name, ".part");
            try {
                write(in, part);
                boolean _ = part.toFile().setReadable(true, false); // one user builds, another may run
                Files.createLink(
                        home.resolve(name), part); // unlike a move it never replaces a file that others have loaded
            } catch (FileAlreadyExistsException _) {
                return true; // another process was first
            } finally {
                Files.deleteIfExists(part);
            }
            return true;
        }
    }

    private static void write(InputStream in, Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var out = Channels.newOutputStream(channel)) {
            in.transferTo(out);
            channel.force(true);
        }
    }
}
