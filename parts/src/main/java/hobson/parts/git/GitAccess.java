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
 * How Git gets into a repository. Secrets are in files that are gone after the checkout, never in arguments or variables; a password
 * is for the server that the job names and for no other, wherever that one sends Git to.
 *
 * @param options of {@code git}, before its command
 * @param variables of its environment
 * @param remark for the log
 */
record GitAccess(List<String> options, Map<String, String> variables, String remark) {
    /** Nobody is asked, and a server is who it was the first time; the administrator's own list of servers counts too. */
    private static final String SSH = "ssh -o StrictHostKeyChecking=accept-new -o BatchMode=";

    /** Git that talks to nobody. */
    static final GitAccess NONE = new GitAccess(List.of(), Map.of(), "");

    GitAccess {
        options = List.copyOf(options);
        variables = Map.copyOf(variables);
    }

    /** With what the job names, or the address says; without anything when there is no such credential. */
    static GitAccess of(@Nullable String id, GitAddress address, BuildSecrets secrets) throws IOException {
        if (id == null || id.isBlank()) {
            var login = address.login();
            return login == null
                    ? none(secrets, "No credentials specified")
                    : password(login.user(), login.password(), address, secrets, "using the login in the address");
        }
        Credential credential;
        try {
            credential = secrets.find(id);
        } catch (IOException e) {
            return none(secrets, "Warning: CredentialId \"" + id + "\" could not be found.");
        }
        var remark = "using credential " + id;
        return switch (credential.content()) {
            case Credential.UsernamePassword(var user, var password, var _) ->
                address.servers().isEmpty()
                        ? none(secrets, "Warning: CredentialId \"" + id + "\" is of no kind that this address takes.")
                        : password(user, secrets.reveal(password), address, secrets, remark);
            case Credential.SshKey key -> key(key, secrets, remark);
            case Credential.SecretText _, Credential.SecretFile _, Credential.Certificate _ ->
                none(secrets, "Warning: CredentialId \"" + id + "\" is of no kind that Git can use.");
        };
    }

    /** Whatever the machine has, without asking anybody. */
    static GitAccess none(BuildSecrets secrets, String remark) {
        return new GitAccess(List.of(), Map.of("GIT_SSH_COMMAND", ssh("yes", secrets)), remark);
    }

    private static String ssh(String batch, BuildSecrets secrets) {
        var own = secrets.knownHosts().toString().replace("%", "%%");
        var lists = "UserKnownHostsFile \"" + own + "\" ~/.ssh/known_hosts ~/.ssh/known_hosts2";
        return SSH + batch + " -o " + ShellScript.quoted(lists);
    }

    private static GitAccess password(
            String user, String password, GitAddress address, BuildSecrets secrets, String remark) throws IOException {
        if ((user + password).chars().anyMatch(c -> c == '\n' || c == '\r' || c == 0)) {
            throw new IOException("a user name or password for Git cannot have several lines");
        }
        var file = secrets.file("git-login", ("username=" + user + "\npassword=" + password + "\n").getBytes(UTF_8));
        var helper = "!f() { cat " + ShellScript.quoted(file.toString()) + "; }; f";
        var options = new ArrayList<>(List.of("-c", "credential.helper="));
        for (var server : address.servers()) {
            options.add("-c");
            options.add("credential." + server + ".helper=" + helper);
        }
        return new GitAccess(options, Map.of(), remark);
    }

    private static GitAccess key(Credential.SshKey key, BuildSecrets secrets, String remark) throws IOException {
        var text = secrets.reveal(key.privateKey());
        var file = secrets.file("git-key", (text.endsWith("\n") ? text : text + "\n").getBytes(UTF_8));
        var passphrase = secrets.reveal(key.passphrase());
        var words = new ArrayList<>(List.of(ssh(passphrase.isEmpty() ? "yes" : "no", secrets)));
        words.add("-o PreferredAuthentications=publickey"); // who asks for a password does not get the passphrase
        words.add("-o IdentitiesOnly=yes -i " + ShellScript.quoted(file.toString()));
        if (!key.username().isBlank()) {
            words.add("-o " + ShellScript.quoted("User=" + key.username()));
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
        var program = "#!/bin/sh\nexec cat " + ShellScript.quoted(answer.toString()) + "\n";
        var file = secrets.file("git-ask", program.getBytes(UTF_8));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
