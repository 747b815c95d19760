package hobson.store;

import hobson.engine.event.Change;
import hobson.engine.view.ViewStore;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Table {@code view_set}. */
final class SqlViews implements ViewStore {
    private static final String LOAD = "SELECT owner, document FROM view_set";
    private static final String SAVE = """
            INSERT INTO view_set (owner, document) VALUES (?, ?)
            ON CONFLICT (owner) DO UPDATE SET document = excluded.document""";
    private static final String DELETE = "DELETE FROM view_set WHERE owner = ?";

    private final Access access;

    SqlViews(Access access) {
        this.access = access;
    }

    @Override
    public Map<String, byte[]> load() {
        var documents = new HashMap<String, byte[]>();
        access.list(LOAD, row -> Map.entry(row.getString(1), row.getBytes(2)))
                .forEach(set -> documents.put(set.getKey(), set.getValue()));
        return documents;
    }

    @Override
    public void save(String owner, byte[] views, String changed, Change change) {
        access.perform(transaction -> {
            transaction.change(SAVE, owner, views);
            transaction.event(EventType.VIEW_SAVED, owner.isEmpty() ? changed : owner + "/" + changed, change);
        });
    }

    /** Without an event: that of the owner says it. */
    static void deleteOf(Transaction transaction, String owner) throws SQLException {
        transaction.change(DELETE, owner);
    }

    @Override
    public void delete(String owner, Change change) {
        access.perform(transaction -> {
            if (transaction.change(DELETE, owner) > 0) {
                transaction.event(EventType.VIEW_DELETED, owner, change);
            }
        });
    }
}
