package hobson.store;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;
import org.sqlite.util.OSInfo;

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
        var packed = SQLiteJDBCLoader.class.getResource(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name);
        if (packed == null) {
            return; // a system for which the driver brings none: it looks for one of the system's own
        }
        var system = OSInfo.getNativeLibFolderPathForCurrentOS().replace('/', '-');
        var home = folder.resolve("sqlite-" + SQLiteJDBCLoader.getVersion() + "-" + system);
        try {
            unpack(packed, home, name);
            System.setProperty("org.sqlite.lib.path", home.toString());
            System.setProperty("org.sqlite.lib.name", name);
        } catch (IOException e) {
            LOG.log(
                    Level.INFO,
                    "SQLite's library could not be unpacked into " + home + ", so each start unpacks it: " + e);
        }
    }

    /** Moves it into place when it is complete, so that nobody ever loads a part of it. */
    private static void unpack(URL packed, Path home, String name) throws IOException {
        var library = home.resolve(name);
        var connection = packed.openConnection();
        connection.setUseCaches(false);
        if (Files.exists(library) && Files.size(library) == connection.getContentLengthLong()) {
            return;
        }
        Files.createDirectories(home);
        var part = Files.createTempFile(home, name, ".part");
        try {
            try (var in = connection.getInputStream()) {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(part, library, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
