package hobson.remote.credential;

import hobson.engine.credential.Credential;
import hobson.engine.credential.CredentialDomain;
import hobson.http.PathText;
import org.jspecify.annotations.Nullable;

/** What people and addresses call credentials and domains. */
final class Names {
    private static final String MASKED = "******";

    private Names() {}

    static String url(CredentialDomain domain) {
        return domain.global() ? "_" : PathText.encode(domain.name());
    }

    /** The domain of that name in an address. */
    static String domain(String url) {
        return url.equals("_") ? "" : url;
    }

    static String title(CredentialDomain domain) {
        return domain.global() ? "Global credentials (unrestricted)" : domain.name();
    }

    static @Nullable String description(CredentialDomain domain) {
        return domain.global()
                ? "Credentials that should be available irrespective of domain specification to requirements matching."
                : domain.description();
    }

    static String type(Credential credential) {
        return switch (credential.content()) {
            case Credential.UsernamePassword _ -> "Username with password";
            case Credential.SecretText _ -> "Secret text";
            case Credential.SecretFile _ -> "Secret file";
            case Credential.SshKey _ -> "SSH Username with private key";
            case Credential.Certificate _ -> "X.509 Client Certificate";
        };
    }

    /** As lists of choices show it: never a secret. */
    static String title(Credential credential) {
        var description =
                credential.description() == null ? "" : credential.description().strip();
        return switch (credential.content()) {
            case Credential.UsernamePassword(var username, var _, var hidden) ->
                (hidden ? MASKED : username) + "/" + MASKED + inBrackets(description);
            case Credential.SshKey(var username, var hidden, var _, var _) ->
                (hidden ? MASKED : username) + inBrackets(description);
            case Credential.SecretText _ -> description.isEmpty() ? credential.id() : description;
            case Credential.SecretFile(var fileName, var _) -> fileName + inBrackets(description);
            case Credential.Certificate(var subject, var _, var _) ->
                (subject.isEmpty() ? credential.id() : subject) + inBrackets(description);
        };
    }

    private static String inBrackets(String description) {
        return description.isEmpty() ? "" : " (" + description + ")";
    }
}
