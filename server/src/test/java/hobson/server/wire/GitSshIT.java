package hobson.server.wire;

import static hobson.server.wire.Project.shell;
import static hobson.server.wire.WireClient.XML;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.shell.ProcessShellFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Repositories behind ssh. */
class GitSshIT {
    @RegisterExtension
    static final WireServer SERVER = WireServer.open();

    private static final String PHRASE = "ph'rase zq4711";
    private static WireClient client = new WireClient("");

    private final List<String> users = new CopyOnWriteArrayList<>();
    private final List<String> passwords = new CopyOnWriteArrayList<>();
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void logIn() throws Exception {
        client = SERVER.client().withCrumb();
    }

    /** Makes a key with a passphrase, and a credential of it that is called the same. */
    private static Path key(String name) throws Exception {
        var file = SERVER.folder().resolve(name);
        var made = new ProcessBuilder("ssh-keygen", "-q", "-t", "ecdsa", "-N", PHRASE, "-f", file.toString()).start();
        assertThat(made.waitFor()).isZero();
        var kind = "com.cloudbees.jenkins.plugins.sshcredentials.impl.BasicSSHUserPrivateKey";
        var document = "<" + kind + "><id>" + name + "</id><username>deployer</username><passphrase>" + PHRASE
                + "</passphrase><privateKeySource class=\"" + kind + "$DirectEntryPrivateKeySource\"><privateKey>"
                + Files.readString(file) + "</privateKey></privateKeySource></" + kind + ">";
        var answer = client.post("credentials/store/system/domain/_/createCredentials", XML, document.getBytes(UTF_8));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return file;
    }

    /** @param port 0 for any */
    private SshServer serve(Path key, int port) throws Exception {
        var known = AuthorizedKeyEntry.parseAuthorizedKeyEntry(
                        Files.readString(key.resolveSibling(key.getFileName() + ".pub")))
                .resolvePublicKey(null, null);
        var ssh = SshServer.setUpDefaultServer();
        ssh.setHost("127.0.0.1");
        ssh.setPort(port);
        ssh.setKeyPairProvider(hostKey());
        ssh.setPublickeyAuthenticator((user, offered, _) -> {
            users.add(user);
            return KeyUtils.compareKeys(known, offered);
        });
        ssh.setPasswordAuthenticator((_, password, _) -> {
            passwords.add(password);
            return false;
        });
        ssh.setCommandFactory((channel, command) -> {
            seen.addAll(GitServer.processesWith("zq4711", "cmdline", "environ"));
            return new ProcessShellFactory(command, "/bin/sh", "-c", command).createShell(channel);
        });
        ssh.start();
        return ssh;
    }

    private static KeyPairProvider hostKey() {
        var provider = new SimpleGeneratorHostKeyProvider();
        provider.setAlgorithm("EC");
        provider.setKeySize(256);
        return provider;
    }

    private static String scm(Repository repository, int port, String credentials) {
        return repository
                .scm("main")
                .replaceFirst("<url>file://", "<url>ssh://127.0.0.1:" + port)
                .replace("</url>", "</url><credentialsId>" + credentials + "</credentialsId>");
    }

    @Test
    void build_withKey_getsInAsItsUserAndShowsNothing() throws Exception {
        var key = key("key");
        var repository = Repository.create(SERVER.folder().resolve("behind"));
        try (var ssh = serve(key, 0)) {
            client.create("behind", Project.of(scm(repository, ssh.getPort(), "key"), shell("cat README; env")));

            var log = client.console("behind", client.build("behind", "build"));

            assertThat(log)
                    .contains("using credential key", "\nfirst", "Finished: SUCCESS")
                    .doesNotContain("zq4711");
            assertThat(users).isNotEmpty().containsOnly("deployer");
            assertThat(seen).isEmpty();
            assertThat(SERVER.home().resolve("known_hosts")).isNotEmptyFile();
            assertThat(SERVER.workspace("behind@tmp").resolve("secretFiles")).isEmptyDirectory();
        }
    }

    @Test
    void build_serverDoesNotKnowTheKey_doesNotGetThePassphraseEither() throws Exception {
        var key = key("known");
        key("unknown");
        var repository = Repository.create(SERVER.folder().resolve("closed"));
        try (var ssh = serve(key, 0)) {
            client.create("closed", Project.of(scm(repository, ssh.getPort(), "unknown")));

            assertThat(client.console("closed", client.build("closed", "build")))
                    .contains("ERROR: Error fetching remote repo 'origin'", "Finished: FAILURE")
                    .doesNotContain("zq4711");
            assertThat(passwords).isEmpty();
        }
    }

    @Test
    void build_serverHasAnotherKeyThanBefore_isNotTrusted() throws Exception {
        var key = key("same");
        var repository = Repository.create(SERVER.folder().resolve("swapped"));
        int port;
        try (var ssh = serve(key, 0)) {
            port = ssh.getPort();
            client.create("swapped", Project.of(scm(repository, port, "same")));
            assertThat(client.console("swapped", client.build("swapped", "build")))
                    .contains("Finished: SUCCESS");
        }
        try (var _ = serve(key, port)) {
            assertThat(client.console("swapped", client.build("swapped", "build")))
                    .contains("Host key verification failed", "Finished: FAILURE");
        }
    }
}
