package hobson.store;

import hobson.engine.event.Change;
import hobson.engine.user.ApiToken;
import hobson.engine.user.User;
import hobson.engine.user.UserStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Table {@code account}. */
final class SqlUsers implements UserStore {
    private static final int VERSION = 1;
    private static final String LOAD = "SELECT id_key, body FROM account";
    private static final String SAVE = """
            INSERT INTO account (id_key, body) VALUES (?, ?)
            ON CONFLICT (id_key) DO UPDATE SET body = excluded.body""";
    private static final String DELETE = "DELETE FROM account WHERE id_key = ?";

    private final Access access;

    SqlUsers(Access access) {
        this.access = access;
    }

    @Override
    public List<User> load() {
        return access.list(LOAD, SqlUsers::user);
    }

    @Override
    public void save(User user, Change change) {
        var body = body(user);
        access.perform(transaction -> {
            transaction.change(SAVE, key(user.id()), body);
            transaction.event(EventType.USER_SAVED, user.id(), change);
        });
    }

    @Override
    public void delete(String id, Change change) {
        access.perform(transaction -> {
            if (transaction.change(DELETE, key(id)) > 0) {
                transaction.event(EventType.USER_DELETED, id, change);
            }
        });
    }

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    private static byte[] body(User user) {
        return new Encoder(VERSION)
                .text(user.id())
                .text(user.fullName())
                .optional(user.description())
                .optional(user.email())
                .optional(user.passwordHash())
                .text(user.seed())
                .list(user.tokens(), SqlUsers::write)
                .bytes();
    }

    private static User user(ResultSet row) throws SQLException {
        var key = row.getString(1);
        var body = new Decoder(row.getBytes(2), VERSION, () -> "user " + key);
        return new User(
                body.text(),
                body.text(),
                body.optional(),
                body.optional(),
                body.optional(),
                body.text(),
                body.list(SqlUsers::token));
    }

    private static void write(Encoder to, ApiToken token) {
        var created = token.created();
        to.text(token.uuid())
                .text(token.name())
                .text(token.hash())
                .number(created.getEpochSecond())
                .number(created.getNano());
    }

    private static ApiToken token(Decoder from) {
        return new ApiToken(from.text(), from.text(), from.text(), Instant.ofEpochSecond(from.number(), from.number()));
    }
}
