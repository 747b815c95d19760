package hobson.store;

import hobson.engine.credential.Credential;
import hobson.engine.credential.Credential.Content;
import hobson.engine.credential.CredentialAddress;
import hobson.engine.credential.CredentialDomain;
import hobson.engine.credential.CredentialDomain.Specification;
import hobson.engine.credential.CredentialOwner;
import hobson.engine.credential.CredentialStore;
import hobson.engine.event.Change;
import hobson.engine.secret.Secret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Tables {@code credential_domain} and {@code credential}. The numbers of the kinds are on disk: they are never changed or used again. */
final class SqlCredentials implements CredentialStore {
    private static final int VERSION = 1;
    private static final String LOAD_DOMAINS = "SELECT store, name, body FROM credential_domain";
    private static final String LOAD = "SELECT store, domain, id, body FROM credential ORDER BY position";
    private static final String POSITION = "SELECT position FROM credential WHERE store = ? AND domain = ? AND id = ?";
    private static final String LAST_POSITION = "SELECT max(position) FROM credential";
    private static final String ADD =
            "INSERT INTO credential (store, domain, id, position, body) VALUES (?, ?, ?, ?, ?)";
    private static final String DELETE = "DELETE FROM credential WHERE store = ? AND domain = ? AND id = ?";
    private static final String ADD_DOMAIN = "INSERT INTO credential_domain (store, name, body) VALUES (?, ?, ?)";
    private static final String DELETE_DOMAIN = "DELETE FROM credential_domain WHERE store = ? AND name = ?";
    private static final String MOVE_ALL = "UPDATE credential SET domain = ? WHERE store = ? AND domain = ?";
    private static final String DELETE_ALL = "DELETE FROM credential WHERE store = ? AND domain = ?";
    private static final String DELETE_DOMAINS_OF = "DELETE FROM credential_domain WHERE store = ?";
    private static final String DELETE_OF = "DELETE FROM credential WHERE store = ?";

    private final Access access;

    SqlCredentials(Access access) {
        this.access = access;
    }

    @Override
    public Loaded load() {
        return new Loaded(
                access.list(LOAD_DOMAINS, SqlCredentials::domain), access.list(LOAD, SqlCredentials::credential));
    }

    @Override
    public void save(
            CredentialAddress address, Credential credential, @Nullable CredentialAddress before, Change change) {
        var body = body(credential);
        var store = address.owner().toString();
        access.perform(transaction -> {
            long position = 0;
            if (before != null) {
                var old = before.owner().toString();
                boolean stays = old.equals(store) && before.domain().equals(address.domain());
                position = stays ? transaction.number(POSITION, old, before.domain(), before.id()) : 0;
                transaction.change(DELETE, old, before.domain(), before.id());
            }
            position = position == 0 ? transaction.number(LAST_POSITION) + 1 : position;
            transaction.change(ADD, store, address.domain(), address.id(), position, body);
            transaction.event(EventType.CREDENTIAL_SAVED, subject(address), change);
        });
    }

    @Override
    public void delete(CredentialAddress address, Change change) {
        access.perform(transaction -> {
            if (transaction.change(DELETE, address.owner().toString(), address.domain(), address.id()) > 0) {
                transaction.event(EventType.CREDENTIAL_DELETED, subject(address), change);
            }
        });
    }

    @Override
    public void save(CredentialOwner owner, CredentialDomain domain, @Nullable String before, Change change) {
        var body = body(domain);
        var store = owner.toString();
        access.perform(transaction -> {
            if (before != null) {
                transaction.change(DELETE_DOMAIN, store, before);
                transaction.change(MOVE_ALL, domain.name(), store, before);
            }
            transaction.change(ADD_DOMAIN, store, domain.name(), body);
            transaction.event(EventType.CREDENTIAL_DOMAIN_SAVED, store + "/" + domain.name(), change);
        });
    }

    @Override
    public void deleteDomain(CredentialOwner owner, String domain, Change change) {
        var store = owner.toString();
        access.perform(transaction -> {
            if (transaction.change(DELETE_DOMAIN, store, domain) > 0) {
                transaction.change(DELETE_ALL, store, domain);
                transaction.event(EventType.CREDENTIAL_DOMAIN_DELETED, store + "/" + domain, change);
            }
        });
    }

    @Override
    public void deleteOwner(CredentialOwner owner, Change change) {
        access.perform(transaction -> {
            if (deleteOf(transaction, owner) > 0) {
                transaction.event(EventType.CREDENTIAL_DOMAIN_DELETED, owner.toString(), change);
            }
        });
    }

    /** How many rows went; without an event. */
    static int deleteOf(Transaction transaction, CredentialOwner owner) throws SQLException {
        var store = owner.toString();
        return transaction.change(DELETE_DOMAINS_OF, store) + transaction.change(DELETE_OF, store);
    }

    private static String subject(CredentialAddress address) {
        return address.owner() + "/" + address.domain() + "/" + address.id();
    }

    private static byte[] body(CredentialDomain domain) {
        return new Encoder(VERSION)
                .optional(domain.description())
                .list(domain.specifications(), SqlCredentials::write)
                .bytes();
    }

    private static void write(Encoder to, Specification specification) {
        switch (specification) {
            case Specification.Hostname(var includes, var excludes) ->
                to.kind(1).text(includes).text(excludes);
            case Specification.HostnamePort(var includes, var excludes) ->
                to.kind(2).text(includes).text(excludes);
            case Specification.Scheme(var schemes) -> to.kind(3).text(schemes);
            case Specification.Path(var includes, var excludes, var caseSensitive) ->
                to.kind(4).text(includes).text(excludes).flag(caseSensitive);
        }
    }

    private static Specification specification(Decoder from) {
        int kind = from.kind();
        return switch (kind) {
            case 1 -> new Specification.Hostname(from.text(), from.text());
            case 2 -> new Specification.HostnamePort(from.text(), from.text());
            case 3 -> new Specification.Scheme(from.text());
            case 4 -> new Specification.Path(from.text(), from.text(), from.flag());
            default -> throw from.unknown("a specification of kind", kind);
        };
    }

    private static OwnedDomain domain(ResultSet row) throws SQLException {
        var name = row.getString(2);
        var body = new Decoder(row.getBytes(3), VERSION, () -> "domain of credentials " + name);
        var domain = new CredentialDomain(name, body.optional(), body.list(SqlCredentials::specification));
        return new OwnedDomain(CredentialOwner.of(row.getString(1)), domain);
    }

    private static byte[] body(Credential credential) {
        var scope = switch (credential.scope()) {
            case GLOBAL -> 1;
            case SYSTEM -> 2;
            case USER -> 3;
        };
        var encoder = new Encoder(VERSION).kind(scope).optional(credential.description());
        return write(encoder, credential.content()).bytes();
    }

    private static Encoder write(Encoder to, Content content) {
        return switch (content) {
            case Credential.UsernamePassword(var username, var password, var usernameSecret) ->
                to.kind(1).text(username).text(password.cipherText()).flag(usernameSecret);
            case Credential.SecretText(var secret) -> to.kind(2).text(secret.cipherText());
            case Credential.SecretFile(var fileName, var bytes) ->
                to.kind(3).text(fileName).text(bytes.cipherText());
            case Credential.SshKey(var username, var usernameSecret, var passphrase, var key) ->
                to.kind(4)
                        .text(username)
                        .flag(usernameSecret)
                        .text(passphrase.cipherText())
                        .text(key.cipherText());
            case Credential.Certificate(var subject, var keyStore, var password) ->
                to.kind(5).text(subject).text(keyStore.cipherText()).text(password.cipherText());
        };
    }

    private static OwnedCredential credential(ResultSet row) throws SQLException {
        var id = row.getString(3);
        var body = new Decoder(row.getBytes(4), VERSION, () -> "credential " + id);
        int scope = body.kind();
        var credential = new Credential(
                id,
                switch (scope) {
                    case 1 -> Credential.Scope.GLOBAL;
                    case 2 -> Credential.Scope.SYSTEM;
                    case 3 -> Credential.Scope.USER;
                    default -> throw body.unknown("scope", scope);
                },
                body.optional(),
                content(body));
        return new OwnedCredential(CredentialOwner.of(row.getString(1)), row.getString(2), credential);
    }

    private static Content content(Decoder from) {
        int kind = from.kind();
        return switch (kind) {
            case 1 -> new Credential.UsernamePassword(from.text(), secret(from), from.flag());
            case 2 -> new Credential.SecretText(secret(from));
            case 3 -> new Credential.SecretFile(from.text(), secret(from));
            case 4 -> new Credential.SshKey(from.text(), from.flag(), secret(from), secret(from));
            case 5 -> new Credential.Certificate(from.text(), secret(from), secret(from));
            default -> throw from.unknown("content of kind", kind);
        };
    }

    /** The same credential with other cipher texts. */
    static byte[] resealed(byte[] body, UnaryOperator<Secret> again) {
        var decoder = new Decoder(body, VERSION, () -> "a credential");
        var encoder = new Encoder(VERSION).kind(decoder.kind()).optional(decoder.optional());
        var content = switch (content(decoder)) {
            case Credential.UsernamePassword(var username, var password, var usernameSecret) ->
                new Credential.UsernamePassword(username, again.apply(password), usernameSecret);
            case Credential.SecretText(var secret) -> new Credential.SecretText(again.apply(secret));
            case Credential.SecretFile(var fileName, var bytes) ->
                new Credential.SecretFile(fileName, again.apply(bytes));
            case Credential.SshKey(var username, var usernameSecret, var passphrase, var key) ->
                new Credential.SshKey(username, usernameSecret, again.apply(passphrase), again.apply(key));
            case Credential.Certificate(var subject, var keyStore, var password) ->
                new Credential.Certificate(subject, again.apply(keyStore), again.apply(password));
        };
        return write(encoder, content).bytes();
    }

    private static Secret secret(Decoder from) {
        return new Secret(from.text());
    }
}
