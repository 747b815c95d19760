package hobson.server.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands by SSH, from our jar and from OpenSSH (cli.md §5). */
class CliSshIT {
    @RegisterExtension
    static final WireServer SERVER = new WireServer("""
            jenkins:
              quietPeriod: 0
              securityRealm: {local: {users: [{id: alice, password: pw}, {id: bob, password: pw}]}}
              authorizationStrategy: {globalMatrix: {permissions: ["USER:Overall/Administer:alice", "USER:Overall/Read:bob"]}}
            security: {sSHD: {port: 0}}
            """);

    private static WireClient alice = new WireClient("");

    /** Gives alice one key of each kind. */
    @BeforeAll
    static void makeKeys() throws Exception {
        alice = SERVER.as("alice");
        var lines = "# keys of alice\n" + key("rsa") + key("ed25519") + key("ecdsa");
        key("stranger", "ecdsa");
        var answer = alice.form("user/alice/configSubmit", "json=%7B%7D&authorizedKeys=" + WireClient.encoded(lines));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(302);
    }

    private static String key(String kind) throws Exception {
        return key(kind, kind);
    }

    private static String key(String name, String kind) throws Exception {
        var file = file(name);
        var made = new ProcessBuilder("ssh-keygen", "-q", "-t", kind, "-N", "", "-f", file.toString()).start();
        assertThat(made.waitFor()).isZero();
        return Files.readString(file.resolveSibling(name + ".pub"));
    }

    private static Path file(String name) {
        return SERVER.folder().resolve(name);
    }

    private static ClientJarProcess jar(String user, String key) throws Exception {
        return new ClientJarProcess(SERVER, SERVER.folder())
                .with("-s", SERVER.url(), "-ssh", "-user", user, "-i", file(key).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa", "ed25519", "ecdsa"})
    void jar_withAKeyOfTheUser_runsAsThatUser(String kind) throws Exception {
        assertThat(jar("alice", kind).run("who-am-i"))
                .isEqualTo(
                        new ClientJarProcess.Ended(0, "Authenticated as: alice\nAuthorities:\n  authenticated\n", ""));
    }

    @Test
    void jar_inputQuotesAndExitCodes_passUnchanged() throws Exception {
        var client = jar("alice", "ecdsa");
        var document = Project.of(Project.shell("exit 3")) + " ".repeat(300_000);

        assertThat(client.given(document, "create-job", "by ssh").code()).isZero();
        assertThat(client.run("get-job", "by ssh").out()).isEqualTo(document);
        assertThat(client.run("build", "by ssh", "-s").code()).isEqualTo(2);
        assertThat(client.run("set-build-description", "by ssh", "1", "\"a\\b\"  'c'")
                        .code())
                .isZero();
        assertThat(alice.get("job/by%20ssh/1/api/json?tree=description").body())
                .contains("\"description\":\"\\\"a\\\\b\\\"  'c'\"");
        assertThat(client.run("frobnicate"))
                .isEqualTo(new ClientJarProcess.Ended(255, "", "Unknown command: frobnicate\n"));
    }

    @Test
    void jar_keyOfSomebodyElse_isNotLetIn() throws Exception {
        assertThat(jar("alice", "stranger").run("who-am-i").code()).isEqualTo(255);
        assertThat(jar("bob", "rsa").run("who-am-i").code()).isEqualTo(255);
        assertThat(jar("nobody", "rsa").run("who-am-i").code()).isEqualTo(255);
    }

    @Test
    void jar_strictHostKey_wantsToKnowTheServer() throws Exception {
        assertThat(jar("alice", "rsa").with("-strictHostKey").run("who-am-i").code())
                .isEqualTo(255);
    }

    @Test
    void client_isKilledDuringABuild_abortsIt() throws Exception {
        alice.create("endless", Project.of(Project.shell("sleep 600")));
        var process = jar("alice", "rsa").start("build", "endless", "-s");
        try (var out = process.inputReader(UTF_8)) {
            assertThat(out.readLine()).isEqualTo("Started endless #1");
            process.destroy();
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                alice.get("job/endless/1/api/json?tree=result").body())
                        .contains("\"result\":\"ABORTED\""));
    }

    @Test
    void pages_tellWhere_dataDoesNot() throws Exception {
        assertThat(SERVER.client().get("login").header("X-SSH-Endpoint")).matches("(127\\.0\\.0\\.1|localhost):[0-9]+");
        assertThat(alice.get("").header("X-SSH-Endpoint")).isNotEmpty();
        assertThat(alice.get("api/json").header("X-SSH-Endpoint")).isEmpty();
    }

    @Test
    void openSsh_commandsAndNothingElse_areServed() throws Exception {
        assertThat(openSsh("alice", "rsa", "who-am-i")).contains("Authenticated as: alice");
        assertThat(openSsh("alice", "rsa", "set-build-description 'no such' 1 x"))
                .contains("No such job 'no such'");
        assertThat(openSsh("alice", "stranger", "who-am-i")).contains("Permission denied (publickey)");
        assertThat(openSsh("alice", "rsa", "-s", "sftp")).contains("subsystem request failed");
        assertThat(openSsh("alice", "rsa")).doesNotContain("$");
        assertThat(openSsh("alice", "rsa", "-W", "127.0.0.1:" + port())).doesNotContain("SSH-2.0");
        assertThat(openSsh("alice", "rsa", "-o", "SetEnv=A=b", "who-am-i")).contains("Authenticated as: alice");
    }

    private static int port() throws Exception {
        var endpoint = SERVER.client().get("login").header("X-SSH-Endpoint");
        return Integer.parseInt(endpoint.substring(endpoint.lastIndexOf(':') + 1));
    }

    /** Each lets in as much data as its window is wide, whether anybody takes it or not. */
    @Test
    void channels_manyInOneConnection_areRefused() throws Exception {
        try (var client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
            client.setKeyIdentityProvider(new FileKeyPairProvider(file("rsa")));
            client.start();
            try (var session =
                    client.connect("alice", "127.0.0.1", port()).verify().getSession()) {
                session.auth().verify();
                for (int i = 0; i < 21; i++) {
                    session.createExecChannel("create-job held").open().verify();
                }
                assertThatThrownBy(() ->
                                session.createExecChannel("who-am-i").open().verify())
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void connections_moreThanTheMost_areClosed() throws Exception {
        int port = port();
        var open = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 600; i++) {
                open.add(new Socket(InetAddress.getLoopbackAddress(), port));
            }
            int answered = 0;
            for (var socket : open) {
                answered += firstByte(socket) == 'S' ? 1 : 0;
            }
            assertThat(answered).isBetween(400, 510);
        } finally {
            for (var socket : open) {
                socket.close();
            }
        }
        await().untilAsserted(
                        () -> assertThat(openSsh("alice", "rsa", "who-am-i")).contains("alice"));
    }

    private static int firstByte(Socket socket) {
        try {
            socket.setSoTimeout(20_000);
            return socket.getInputStream().read();
        } catch (SocketTimeoutException e) {
            throw new AssertionError("left open", e);
        } catch (IOException e) {
            return -1;
        }
    }

    /** Everything that it prints. */
    private static String openSsh(String user, String key, String... words) throws Exception {
        var command = new java.util.ArrayList<>(java.util.List.of(
                "ssh",
                "-n",
                "-o",
                "BatchMode=yes",
                "-o",
                "StrictHostKeyChecking=no",
                "-o",
                "UserKnownHostsFile=/dev/null",
                "-o",
                "IdentitiesOnly=yes",
                "-F",
                "none",
                "-i",
                file(key).toString(),
                "-p",
                String.valueOf(port()),
                user + "@127.0.0.1"));
        command.addAll(java.util.List.of(words));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isNotNegative();
        return printed;
    }
}
