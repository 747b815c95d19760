package hobson.store;

import hobson.engine.Stores;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Opens stores for a test and closes them after it. */
abstract class OpenStores implements AfterEachCallback {
    private final List<SqlStores> open = new ArrayList<>();

    /** A store of its own, empty. */
    abstract SqlStores openEmpty();

    /** The store that was opened last, by another program. */
    abstract SqlStores reopen();

    final SqlStores empty() {
        return kept(openEmpty());
    }

    final SqlStores again() {
        return kept(reopen());
    }

    private SqlStores kept(SqlStores stores) {
        open.add(stores);
        return stores;
    }

    Stores emptyStores() {
        return stores(empty());
    }

    static Stores stores(SqlStores sql) {
        return new Stores(
                sql.jobs(),
                sql.builds(),
                sql.pastBuilds(),
                sql.queue(),
                sql.users(),
                sql.nodes(),
                sql.fingerprints(),
                sql.lastChanges(),
                sql.credentials(),
                sql.views(),
                sql.events());
    }

    /** Closes all that are open. */
    final void close() {
        open.forEach(SqlStores::close);
        open.clear();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }
}
