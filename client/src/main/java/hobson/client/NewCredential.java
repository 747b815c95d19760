package hobson.client;

import java.util.Base64;

/**
 * A secret to be kept by the server. What is not here is made from its document: {@link CredentialDomain#create(String)}. No secret is in
 * any {@code toString}.
 *
 * @param id by which jobs name it; empty lets the server choose
 * @param document as the server reads it
 */
public record NewCredential(String id, String document) {
    private static final String SSH = "com.cloudbees.jenkins.plugins.sshcredentials.impl.BasicSSHUserPrivateKey";

    /** A user name and a password. */
    public static NewCredential usernamePassword(String id, String description, String username, String password) {
        return of(
                "com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl",
                id,
                description,
                Element.of("username", username) + Element.of("password", password));
    }

    /** A text. */
    public static NewCredential secretText(String id, String description, String secret) {
        return of(
                "org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl",
                id,
                description,
                Element.of("secret", secret));
    }

    /** A file. */
    public static NewCredential secretFile(String id, String description, String fileName, byte[] content) {
        return of(
                "org.jenkinsci.plugins.plaincredentials.impl.FileCredentialsImpl",
                id,
                description,
                Element.of("fileName", fileName)
                        + Element.of("secretBytes", Base64.getEncoder().encodeToString(content)));
    }

    /**
     * A private key for ssh.
     *
     * @param privateKey in the form of a PEM file
     * @param passphrase empty for none
     */
    public static NewCredential sshKey(
            String id, String description, String username, String privateKey, String passphrase) {
        var source = "<privateKeySource class=\"" + SSH + "$DirectEntryPrivateKeySource\">"
                + Element.of("privateKey", privateKey) + "</privateKeySource>";
        var secret = passphrase.isEmpty() ? "" : Element.of("passphrase", passphrase);
        return of(SSH, id, description, Element.of("username", username) + secret + source);
    }

    /** The same, for that scope; {@link CredentialScope#GLOBAL} unless it is said. */
    public NewCredential scope(CredentialScope scope) {
        return new NewCredential(id, document.replaceFirst("<scope>[A-Z]+</scope>", Element.of("scope", scope.name())));
    }

    private static NewCredential of(String type, String id, String description, String fields) {
        var document = "<" + type + ">" + Element.of("scope", CredentialScope.GLOBAL.name()) + Element.of("id", id)
                + Element.of("description", description) + fields + "</" + type + ">";
        return new NewCredential(id, document);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "credential " + id;
    }
}
