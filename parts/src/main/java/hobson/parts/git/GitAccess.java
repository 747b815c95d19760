package hobson.parts.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.engine.credential.Credential;
import hobson.engine.run.BuildSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How Git gets into a repository. Secrets are in files that are gone after the checkout, never in arguments or variables.
 *
 * @param options of {@code git}, before its command
 * @param variables of its environment
 * @param remark for the log
 */
record GitAccess(List<String> options, Map<String, String> variables, String remark) {
    private static final String SSH = "ssh -o BatchMode=yes";

    GitAccess {
        options = List.copyOf(options);
        variables = Map.copyOf(variables);
    }

    /** With what the job names; without anything when there is no such credential. */
    static GitAccess of(@Nullable String id, BuildSecrets secrets) throws IOException {
        if (id == null || id.isBlank()) {
            return none("No credentials specified");
        }
        Credential credential;
        try {
            credential = secrets.find(id);
        } catch (IOException e) {
            return none("Warning: CredentialId \"" + id + "\" could not be found.");
        }
        var remark = "using credential " + id;
        return switch (credential.content()) {
            case Credential.UsernamePassword(var user, var password, var _) ->
                password(user, secrets.reveal(password), secrets, remark);
            case Credential.SshKey key -> key(key, secrets, remark);
            case Credential.SecretText _, Credential.SecretFile _, Credential.Certificate _ ->
                none("Warning: CredentialId \"" + id + "\" is of no kind that Git can use.");
        };
    }

    private static GitAccess none(String remark) {
        return new GitAccess(List.of(), Map.of("GIT_SSH_COMMAND", SSH), remark);
    }

    private static GitAccess password(String user, String password, BuildSecrets secrets, String remark)
            throws IOException {
        if ((user + password).chars().anyMatch(c -> c == '\n' || c == 0)) {
            throw new IOException("a user name or password for Git cannot have several lines");
        }
        var file = secrets.file("git-login", ("username=" + user + "\npassword=" + password + "\n").getBytes(UTF_8));
        var helper = "!f() { cat " + GitScripts.quoted(file.toString()) + "; }; f";
        return new GitAccess(
                List.of("-c", "credential.helper=", "-c", "credential.helper=" + helper), Map.of(), remark);
    }

    private static GitAccess key(Credential.SshKey key, BuildSecrets secrets, String remark) throws IOException {
        var text = secrets.reveal(key.privateKey());
        var file = secrets.file("git-key", (text.endsWith("\n") ? text : text + "\n").getBytes(UTF_8));
        var passphrase = secrets.reveal(key.passphrase());
        var words = new ArrayList<>(List.of(passphrase.isEmpty() ? SSH : "ssh -o BatchMode=no"));
        words.add("-o IdentitiesOnly=yes -o StrictHostKeyChecking=accept-new -i " + GitScripts.quoted(file.toString()));
        if (!key.username().isBlank()) {
            words.add("-o " + GitScripts.quoted("User=" + key.username()));
        }
        var variables = new LinkedHashMap<String, String>();
        variables.put("GIT_SSH_COMMAND", String.join(" ", words));
        if (!passphrase.isEmpty()) {
            variables.put("SSH_ASKPASS", asking(passphrase, secrets).toString());
            variables.put("SSH_ASKPASS_REQUIRE", "force");
        }
        return new GitAccess(List.of(), variables, remark);
    }

    /** A program that prints the passphrase. */
    private static Path asking(String passphrase, BuildSecrets secrets) throws IOException {
        var answer = secrets.file("git-passphrase", (passphrase + "\n").getBytes(UTF_8));
        var program = "#!/bin/sh\nexec cat " + GitScripts.quoted(answer.toString()) + "\n";
        var file = secrets.file("git-ask", program.getBytes(UTF_8));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
