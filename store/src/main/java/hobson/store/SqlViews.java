package hobson.store;

import hobson.engine.event.Change;
import hobson.engine.view.ListView;
import hobson.engine.view.ViewStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Table {@code view}. */
final class SqlViews implements ViewStore {
    private static final int VERSION = 1;
    private static final String LOAD = "SELECT name, body FROM view";
    private static final String SAVE = """
            INSERT INTO view (name, body) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET body = excluded.body""";
    private static final String DELETE = "DELETE FROM view WHERE name = ?";

    private final Access access;

    SqlViews(Access access) {
        this.access = access;
    }

    @Override
    public List<ListView> load() {
        return access.list(LOAD, SqlViews::view);
    }

    @Override
    public void save(ListView view, Change change) {
        var body = body(view);
        access.perform(transaction -> {
            transaction.change(SAVE, view.name(), body);
            transaction.event(EventType.VIEW_SAVED, view.name(), change);
        });
    }

    @Override
    public void delete(String name, Change change) {
        access.perform(transaction -> {
            if (transaction.change(DELETE, name) > 0) {
                transaction.event(EventType.VIEW_DELETED, name, change);
            }
        });
    }

    private static byte[] body(ListView view) {
        var enabled = view.enabled();
        return new Encoder(VERSION)
                .optional(view.description())
                .list(view.jobNames(), Encoder::text)
                .optional(view.includePattern())
                .optional(enabled == null ? null : enabled.toString())
                .bytes();
    }

    private static ListView view(ResultSet row) throws SQLException {
        var name = row.getString(1);
        var body = new Decoder(row.getBytes(2), VERSION, () -> "view " + name);
        return new ListView(name, body.optional(), body.list(Decoder::text), body.optional(), state(body.optional()));
    }

    private static @Nullable Boolean state(@Nullable String text) {
        return text == null ? null : Boolean.valueOf(text);
    }
}
