package hobson.store;

import hobson.engine.credential.CredentialOwner;
import hobson.engine.event.Change;
import hobson.engine.user.ApiToken;
import hobson.engine.user.TokenUse;
import hobson.engine.user.User;
import hobson.engine.user.UserStore;
import hobson.engine.view.ViewStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Table {@code account}. */
final class SqlUsers implements UserStore {
    /** 2 added the SSH keys. */
    private static final int VERSION = 2;

    private static final String LOAD = "SELECT id_key, body FROM account";
    private static final String SAVE = """
            INSERT INTO account (id_key, body) VALUES (?, ?)
            ON CONFLICT (id_key) DO UPDATE SET body = excluded.body""";
    private static final String DELETE = "DELETE FROM account WHERE id_key = ?";

    private static final String LOAD_USES = "SELECT uuid, uses, last_at FROM token_use";
    private static final String SAVE_USE = """
            INSERT INTO token_use (uuid, uses, last_at) VALUES (?, ?, ?)
            ON CONFLICT (uuid) DO UPDATE SET uses = excluded.uses, last_at = excluded.last_at""";
    private static final String FORGET_USE = "DELETE FROM token_use WHERE uuid = ?";

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
            SqlViews.deleteOf(transaction, ViewStore.user(id));
            SqlCredentials.deleteOf(transaction, CredentialOwner.user(id));
        });
    }

    @Override
    public Map<String, TokenUse> tokenUses() {
        var uses = new HashMap<String, TokenUse>();
        access.list(
                LOAD_USES,
                row -> uses.put(row.getString(1), new TokenUse(row.getLong(2), Instant.ofEpochMilli(row.getLong(3)))));
        return uses;
    }

    @Override
    public void saveTokenUses(Map<String, TokenUse> uses, Set<String> gone) {
        access.perform(transaction -> {
            for (var use : uses.entrySet()) {
                var last = use.getValue().last().toEpochMilli();
                transaction.change(SAVE_USE, use.getKey(), use.getValue().count(), last);
            }
            for (var uuid : gone) {
                transaction.change(FORGET_USE, uuid);
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
                .optional(user.authorizedKeys())
                .bytes();
    }

    private static User user(ResultSet row) throws SQLException {
        var key = row.getString(1);
        var body = new Decoder(row.getBytes(2), VERSION, () -> "user " + key);
        var id = body.text();
        var fullName = body.text();
        var description = body.optional();
        var email = body.optional();
        var passwordHash = body.optional();
        var seed = body.text();
        var tokens = body.list(SqlUsers::token);
        var keys = body.version() < 2 ? null : body.optional();
        return new User(id, fullName, description, email, keys, passwordHash, seed, tokens);
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
