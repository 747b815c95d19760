package hobson.parts.credential;

import hobson.engine.Refusal;
import hobson.engine.credential.Credential;
import hobson.engine.credential.Credential.Certificate;
import hobson.engine.credential.Credential.Content;
import hobson.engine.credential.Credential.Scope;
import hobson.engine.credential.Credential.SecretFile;
import hobson.engine.credential.Credential.SecretText;
import hobson.engine.credential.Credential.SshKey;
import hobson.engine.credential.Credential.UsernamePassword;
import hobson.engine.credential.CredentialFields;
import hobson.engine.secret.Secret;
import hobson.engine.secret.Vault;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one credential. A secret that is redacted is the one that is there already; so is one that is not mentioned, except a
 * passphrase.
 */
final class CredentialReader {
    private final Vault vault;
    private final SecretReader secrets;
    private final CredentialFields fields;
    private final @Nullable Credential before;

    CredentialReader(Vault vault, SecretReader secrets, CredentialFields fields, @Nullable Credential before) {
        this.vault = vault;
        this.secrets = secrets;
        this.fields = fields;
        this.before = before;
    }

    Credential read() {
        var content = content();
        return new Credential(id(), scope(), fields.text("description").orElse(null), content);
    }

    private String id() {
        var id = fields.text("id").map(String::strip).filter(text -> !text.isEmpty());
        if (id.isEmpty()) {
            return before == null ? UUID.randomUUID().toString() : before.id();
        }
        if (!Credential.isId(id.get())) {
            throw Refusal.badInput("‘" + id.get() + "’ cannot be the id of a credential: it has at most 255 characters,"
                    + " none of them a slash or a control character.");
        }
        return id.get();
    }

    private Scope scope() {
        return switch (fields.text("scope").map(String::strip).orElse("")) {
            case "SYSTEM" -> Scope.SYSTEM;
            case "USER" -> Scope.USER;
            case "", "GLOBAL" -> Scope.GLOBAL;
            default -> throw Refusal.badInput("The scope of a credential is GLOBAL, SYSTEM or USER.");
        };
    }

    private Content content() {
        return switch (fields.kind()) {
            case ClassNames.USERNAME_PASSWORD ->
                new UsernamePassword(
                        text("username"),
                        secret(fields, "password", known(UsernamePassword.class, UsernamePassword::password)),
                        flag("usernameSecret"));
            case ClassNames.SECRET_TEXT ->
                new SecretText(secret(fields, "secret", known(SecretText.class, SecretText::secret)));
            case ClassNames.SECRET_FILE -> file();
            case ClassNames.SSH_KEY -> key();
            case ClassNames.CERTIFICATE -> certificate();
            default ->
                throw Refusal.badInput("‘" + fields.kind() + "’ is no kind of credential that this server has; it has "
                        + ClassNames.USERNAME_PASSWORD + ", " + ClassNames.SECRET_TEXT + ", " + ClassNames.SECRET_FILE
                        + ", " + ClassNames.SSH_KEY + " and " + ClassNames.CERTIFICATE + ".");
        };
    }

    private <C extends Content> Optional<Secret> known(Class<C> kind, Function<C, Secret> secret) {
        return before != null && kind.isInstance(before.content())
                ? Optional.of(secret.apply(kind.cast(before.content())))
                : Optional.empty();
    }

    private String text(String field) {
        return fields.text(field).orElse("");
    }

    private boolean flag(String field) {
        return text(field).equalsIgnoreCase("true");
    }

    private Secret secret(CredentialFields from, String field, Optional<Secret> known) {
        var text = from.text(field);
        if (from.isRedacted(field) || text.isEmpty()) {
            return known.orElseGet(() -> missing(from, field));
        }
        return vault.protect(secrets.text(text.get()));
    }

    private Secret missing(CredentialFields from, String field) {
        if (from.isRedacted(field)) {
            throw Refusal.badInput(
                    "The field ‘" + field + "’ is redacted, and there is no such secret yet that could be kept.");
        }
        return vault.protect("");
    }

    private Optional<byte[]> bytes(CredentialFields from, String field) {
        return from.isRedacted(field)
                ? Optional.empty()
                : from.text(field)
                        .filter(text -> !text.isBlank())
                        .map(text -> secrets.bytes(text)
                                .orElseThrow(() -> Refusal.badInput("The field ‘" + field + "’ is not in base64.")));
    }

    private SecretFile file() {
        var sent = fields.file("file");
        var name = fields.text("fileName")
                .or(() -> fields.text("filename"))
                .filter(text -> !text.isBlank())
                .or(() -> sent.map(CredentialFields.SentFile::name))
                .or(() -> before != null && before.content() instanceof SecretFile file
                        ? Optional.of(file.fileName())
                        : Optional.empty())
                .orElse("");
        var bytes = sent.map(CredentialFields.SentFile::bytes)
                .or(() -> bytes(fields, "secretBytes"))
                .map(vault::protect)
                .or(() -> known(SecretFile.class, SecretFile::bytes))
                .orElseThrow(() -> Refusal.badInput("A secret file needs its content, in ‘secretBytes’ or as a file."));
        return new SecretFile(plain(name), bytes);
    }

    /** What follows the last slash; a name that is none becomes one. */
    private static String plain(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        boolean bad = last.isEmpty() || last.equals(".") || last.equals("..") || last.indexOf('\0') >= 0;
        return bad ? "file" : last;
    }

    private SshKey key() {
        var source = fields.child("privateKeySource");
        var kind = source.map(CredentialFields::kind).orElse("");
        if (!kind.isEmpty() && !kind.equals(ClassNames.DIRECT_KEY)) {
            throw Refusal.badInput("A private key is entered directly (" + ClassNames.DIRECT_KEY
                    + "); this server reads none from files of its own machine.");
        }
        var passphrase =
                fields.isRedacted("passphrase") || fields.text("passphrase").isPresent()
                        ? secret(fields, "passphrase", known(SshKey.class, SshKey::passphrase))
                        : vault.protect("");
        var known = known(SshKey.class, SshKey::privateKey);
        var key = source.map(from -> secret(from, "privateKey", known))
                .or(() -> known)
                .orElseThrow(() -> Refusal.badInput("An SSH credential needs its ‘privateKeySource’."));
        return new SshKey(text("username"), flag("usernameSecret"), passphrase, key);
    }

    private Certificate certificate() {
        var source = fields.child("keyStoreSource");
        var kind = source.map(CredentialFields::kind).orElse("");
        if (!kind.isEmpty() && !kind.equals(ClassNames.UPLOADED_KEY_STORE)) {
            throw Refusal.badInput("A key store is uploaded (" + ClassNames.UPLOADED_KEY_STORE + ").");
        }
        var password = secret(fields, "password", known(Certificate.class, Certificate::password));
        var keyStore = source.flatMap(this::keyStore)
                .map(vault::protect)
                .or(() -> known(Certificate.class, Certificate::keyStore))
                .orElseThrow(() -> Refusal.badInput("A certificate needs its ‘keyStoreSource’."));
        var subject = KeyStores.subject(vault.revealBytes(keyStore), vault.reveal(password));
        return new Certificate(subject, keyStore, password);
    }

    private Optional<byte[]> keyStore(CredentialFields source) {
        return source.file("uploadedCertFile")
                .map(CredentialFields.SentFile::bytes)
                .or(() -> bytes(source, "uploadedKeystoreBytes"))
                .or(() -> bytes(source, "uploadedKeystore"));
    }
}
