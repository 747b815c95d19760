package hobson.parts.credential;

import hobson.engine.credential.Credential;
import hobson.engine.credential.Credential.Content;
import hobson.engine.run.BuildSecrets;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** One credential and the variables that it is given by; a variable without a name is left out. */
sealed interface Binding {
    /** The longest file whose lines are looked for in the log. */
    int LARGEST_HIDDEN = 64 * 1024;

    String id();

    void bind(BuildSecrets secrets, Bound to) throws IOException;

    /** @throws IOException it is of another kind */
    private static <C extends Content> C content(BuildSecrets secrets, String id, Class<C> kind) throws IOException {
        var content = secrets.find(id).content();
        if (!kind.isInstance(content)) {
            throw new IOException("Credentials '" + id + "' is of type '" + KindNames.of(content) + "', where '"
                    + KindNames.of(kind) + "' was expected");
        }
        return kind.cast(content);
    }

    private static void username(String variable, String username, boolean secret, Bound to) {
        if (secret) {
            to.secret(variable, username);
        } else {
            to.shown(variable, username);
        }
    }

    /** Two variables. */
    record UsernameAndPassword(String id, String usernameVariable, String passwordVariable) implements Binding {
        @Override
        public void bind(BuildSecrets secrets, Bound to) throws IOException {
            var content = content(secrets, id, Credential.UsernamePassword.class);
            username(usernameVariable, content.username(), content.usernameSecret(), to);
            to.secret(passwordVariable, secrets.reveal(content.password()));
        }
    }

    /** One variable, with a colon between name and password. */
    record Joined(String id, String variable) implements Binding {
        @Override
        public void bind(BuildSecrets secrets, Bound to) throws IOException {
            var content = content(secrets, id, Credential.UsernamePassword.class);
            var password = secrets.reveal(content.password());
            to.secret(variable, content.username() + ":" + password);
            to.hide(password);
        }
    }

    record Text(String id, String variable) implements Binding {
        @Override
        public void bind(BuildSecrets secrets, Bound to) throws IOException {
            to.secret(
                    variable,
                    secrets.reveal(
                            content(secrets, id, Credential.SecretText.class).secret()));
        }
    }

    /** The path of a file. */
    record File(String id, String variable) implements Binding {
        @Override
        public void bind(BuildSecrets secrets, Bound to) throws IOException {
            var content = content(secrets, id, Credential.SecretFile.class);
            var bytes = secrets.revealBytes(content.bytes());
            to.secret(variable, secrets.file(content.fileName(), bytes).toString());
            hideText(bytes, to);
        }
    }

    private static void hideText(byte[] bytes, Bound to) {
        if (bytes.length > LARGEST_HIDDEN) {
            return;
        }
        try {
            to.hide(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(bytes))
                    .toString()
                    .strip());
        } catch (CharacterCodingException e) {
            // nobody prints what is no text
        }
    }

    /** The path of a file with the key. */
    record Key(String id, String keyFileVariable, String usernameVariable, String passphraseVariable)
            implements Binding {
        @Override
        public void bind(BuildSecrets secrets, Bound to) throws IOException {
            var content = content(secrets, id, Credential.SshKey.class);
            var key = secrets.reveal(content.privateKey());
            var ended = key.endsWith("\n") ? key : key + "\n";
            var file = secrets.file("ssh-key-" + keyFileVariable, ended.getBytes(StandardCharsets.UTF_8));
            to.secret(keyFileVariable, file.toString());
            to.secret(passphraseVariable, secrets.reveal(content.passphrase()));
            username(usernameVariable, content.username(), content.usernameSecret(), to);
            to.hide(key.strip());
        }
    }

    /** The path of a file with the key store. */
    record KeyStore(String id, String keystoreVariable, String passwordVariable, String aliasVariable)
            implements Binding {
        @Override
        public void bind(BuildSecrets secrets, Bound to) throws IOException {
            var credential = secrets.find(id);
            var content = content(secrets, id, Credential.Certificate.class);
            var file = secrets.file("keystore-" + keystoreVariable, secrets.revealBytes(content.keyStore()));
            to.secret(keystoreVariable, file.toString());
            to.secret(passwordVariable, secrets.reveal(content.password()));
            to.shown(aliasVariable, Objects.requireNonNullElse(credential.description(), ""));
        }
    }
}
