package hobson.store;

import hobson.engine.build.BuildStore;
import hobson.engine.build.PastBuilds;
import hobson.engine.credential.CredentialStore;
import hobson.engine.event.EventLog;
import hobson.engine.fingerprint.FingerprintStore;
import hobson.engine.item.ItemStore;
import hobson.engine.node.NodeStore;
import hobson.engine.queue.QueueStore;
import hobson.engine.scm.LastChanges;
import hobson.engine.secret.Vault;
import hobson.engine.user.UserStore;
import hobson.engine.view.ViewStore;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Everything that the engine keeps, in one SQL database. What a method of a store wrote is on disk when it returns; many callers at
 * once share one sync. Used by many threads.
 */
public final class SqlStores implements AutoCloseable {
    private final Database database;
    private final Committer committer;
    private final Access access;
    private final Vault vault;
    private final SqlItems jobs;
    private final SqlBuilds builds;
    private final SqlQueue queue;
    private final SqlUsers users;
    private final SqlViews views;
    private final SqlNodes nodes;
    private final SqlFingerprints fingerprints;
    private final SqlEvents events;
    private final SqlCredentials credentials;
    private final SqlPastBuilds pastBuilds;
    private final SqlLastChanges lastChanges;

    private SqlStores(Database database, Vault vault) {
        this.database = database;
        this.committer = new Committer(database);
        this.access = new Access(database, committer);
        this.vault = vault;
        this.jobs = new SqlItems(access, vault);
        this.builds = new SqlBuilds(access);
        this.queue = new SqlQueue(access);
        this.users = new SqlUsers(access);
        this.views = new SqlViews(access);
        this.nodes = new SqlNodes(access, vault);
        this.fingerprints = new SqlFingerprints(access);
        this.events = new SqlEvents(access);
        this.credentials = new SqlCredentials(access);
        this.pastBuilds = new SqlPastBuilds(access);
        this.lastChanges = new SqlLastChanges(access);
    }

    /**
     * Opens the store in that file, or makes it; its folder must be there. After a crash it is as it was when the last commit
     * returned. Call {@link SqliteLibrary#provide} first to save time at each start.
     *
     * @throws StoreFailure when it cannot be opened, or was written by a newer version of this program
     */
    public static SqlStores openSqlite(Path file, Vault vault) {
        return opened(new SqliteFile(file, readers()), vault);
    }

    /**
     * Opens the store in that database, or makes its tables.
     *
     * @param url as in {@code jdbc:postgresql://host:5432/hobson}
     * @throws StoreFailure when it cannot be opened, or was written by a newer version of this program
     */
    public static SqlStores openPostgres(String url, String user, String password, Vault vault) {
        return opened(new Postgres(url, user, password, readers()), vault);
    }

    /** An empty store that is gone when it is closed. */
    public static SqlStores inMemory(Vault vault) {
        return opened(new SqliteMemory(), vault);
    }

    private static int readers() {
        return Math.clamp(Runtime.getRuntime().availableProcessors() + 2L, 4, 16);
    }

    private static SqlStores opened(Database database, Vault vault) {
        var stores = new SqlStores(database, vault);
        try {
            Migrations.run(database);
            stores.committer.start();
            return stores;
        } catch (SQLException | RuntimeException e) {
            stores.close();
            throw e instanceof StoreFailure failure
                    ? failure
                    : new StoreFailure("the store " + database.name() + " could not be opened: " + e.getMessage(), e);
        }
    }

    public ItemStore jobs() {
        return jobs;
    }

    public BuildStore builds() {
        return builds;
    }

    public QueueStore queue() {
        return queue;
    }

    public UserStore users() {
        return users;
    }

    public ViewStore views() {
        return views;
    }

    public NodeStore nodes() {
        return nodes;
    }

    public FingerprintStore fingerprints() {
        return fingerprints;
    }

    public PastBuilds pastBuilds() {
        return pastBuilds;
    }

    public LastChanges lastChanges() {
        return lastChanges;
    }

    public CredentialStore credentials() {
        return credentials;
    }

    public EventLog events() {
        return events;
    }

    /** Whether something can be written now; tries it. */
    public boolean isWritable() {
        try {
            access.perform(transaction -> transaction.change("UPDATE migration SET name = name WHERE version = 1"));
            return true;
        } catch (StoreFailure e) {
            return false;
        }
    }

    /** Pieces of work that were committed since it was opened. */
    public long committed() {
        return committer.pieces();
    }

    /** Transactions with which that was done, each with one sync. */
    public long transactions() {
        return committer.groups();
    }

    /**
     * Encrypts all secrets anew, with the key that the vault encrypts with. Nobody else uses the database meanwhile.
     *
     * @return how many rows had some
     */
    public long reseal() {
        return new Resealing(access, vault).perform();
    }

    /** The way to the database under the stores. */
    Access access() {
        return access;
    }

    /** Finishes what was accepted. Everything that is asked for later is refused with {@link StoreFailure}. */
    @Override
    public void close() {
        committer.close();
        try {
            database.close();
        } catch (SQLException e) {
            throw new StoreFailure("the store " + database.name() + " did not close in order; nothing is lost", e);
        }
    }
}
