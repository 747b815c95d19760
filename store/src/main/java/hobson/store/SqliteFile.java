package hobson.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A file of SQLite's, with a write-ahead log that is synced at every commit. Readers have connections of their own and see the last
 * commit, whatever the writer is doing. A second process on the same file waits for its turn.
 */
final class SqliteFile implements Database {
    private static final System.Logger LOG = System.getLogger(SqliteFile.class.getName());
    private static final String PATIENCE = "busy_timeout=10000";
    private static final String[] WRITING = {
        PATIENCE,
        "journal_mode=WAL",
        "synchronous=FULL",
        "wal_autocheckpoint=2000", // pages of 4 kB
        "journal_size_limit=16777216",
        "cache_size=-4000", // kB
        "temp_store=MEMORY"
    };
    private static final String[] READING = {PATIENCE, "query_only=1", "cache_size=-1000", "temp_store=MEMORY"};

    private final Path file;
    private final SessionPool readers;
    private @Nullable Session writer;

    /** @param readers how many may read at once */
    SqliteFile(Path file, int readers) {
        this.file = file;
        this.readers = new SessionPool(readers, () -> Sqlite.connect(address(), READING));
    }

    @Override
    public String name() {
        return file.toString();
    }

    /** As a URI, because the driver would take what follows a question mark for settings. */
    private String address() {
        return file.toUri().toString();
    }

    @Override
    public Session begin() throws SQLException {
        var session = writer;
        if (session == null) {
            createPrivately();
            session = Sqlite.connect(address(), WRITING);
            writer = session;
        }
        int _ = session.change(Sqlite.BEGIN);
        return session;
    }

    /** Hashes of passwords are in there, so it is the owner's. SQLite gives the files beside it the same permissions. */
    private void createPrivately() {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try {
            var owner = PosixFilePermissions.fromString("rw-------");
            Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
        } catch (FileAlreadyExistsException e) {
            LOG.log(Level.TRACE, "the store is there", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void commit() throws SQLException {
        if (writer != null) {
            int _ = writer.change(Sqlite.COMMIT);
        }
    }

    @Override
    public boolean rollback() {
        var session = writer;
        if (session == null) {
            return false;
        }
        try {
            int _ = session.change(Sqlite.ROLLBACK);
            return true;
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "no transaction to roll back; the connection is given up", e);
            writer = null;
            SessionPool.close(session);
            return false;
        }
    }

    @Override
    public <T> T read(Query<T> query) throws SQLException {
        return readers.read(query);
    }

    @Override
    public String inWordsOfThis(String sql) {
        return Sqlite.words(sql);
    }

    /** The writer goes last: with the last connection SQLite moves its log into the file. */
    @Override
    public void close() throws SQLException {
        readers.close();
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }
}
