package hobson.parts.credential;

import hobson.engine.credential.Credential;
import hobson.engine.credential.Credential.Content;

/** What people call the kinds of credentials. */
final class KindNames {
    private KindNames() {}

    static String of(Content content) {
        return of(content.getClass());
    }

    static String of(Class<? extends Content> kind) {
        if (kind == Credential.UsernamePassword.class) {
            return "Username with password";
        }
        if (kind == Credential.SecretText.class) {
            return "Secret text";
        }
        if (kind == Credential.SecretFile.class) {
            return "Secret file";
        }
        return kind == Credential.SshKey.class ? "SSH Username with private key" : "X.509 Client Certificate";
    }
}
