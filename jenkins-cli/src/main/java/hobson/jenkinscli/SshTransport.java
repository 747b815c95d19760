package hobson.jenkinscli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.keyverifier.DefaultKnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;

/** {@code -ssh}: the streams of the command are those of the channel (cli.md §5). */
final class SshTransport {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> USUAL = List.of("id_ed25519", "id_ecdsa", "id_rsa", "identity");

    private final Connection connection;
    private final Options options;

    SshTransport(Connection connection, Options options) {
        this.connection = connection;
        this.options = options;
    }

    int run(Terminal terminal) throws IOException, InterruptedException {
        var endpoint = endpoint();
        int colon = endpoint.lastIndexOf(':');
        try (var client = client()) {
            client.start();
            try (var session = client.connect(
                            Objects.requireNonNull(options.user()),
                            endpoint.substring(0, colon),
                            Integer.parseInt(endpoint.substring(colon + 1)))
                    .verify(PATIENCE)
                    .getSession()) {
                session.auth().verify(PATIENCE);
                try (var channel = session.createExecChannel(line(options.command()))) {
                    channel.setIn(new Unclosed(terminal.in()));
                    channel.setOut(terminal.out());
                    channel.setErr(terminal.err());
                    channel.open().verify(PATIENCE);
                    channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), 0L);
                    terminal.out().flush();
                    terminal.err().flush();
                    var status = channel.getExitStatus();
                    return status == null ? Talk.UNKNOWN : status;
                }
            }
        }
    }

    /** Where the server says that it takes SSH. */
    private String endpoint() throws IOException, InterruptedException {
        var login = connection.request("login").GET().build();
        var answer = connection.http().send(login, BodyHandlers.discarding()).headers();
        if (answer.firstValue("X-Jenkins").isEmpty()
                && answer.firstValue("X-Hudson").isEmpty()) {
            throw new NotJenkins("There's no Jenkins running at " + connection.server());
        }
        return answer.firstValue("X-SSH-Endpoint")
                .filter(endpoint -> endpoint.matches(".+:[0-9]{1,5}"))
                .orElseThrow(() -> new IOException("No header 'X-SSH-Endpoint' returned by " + connection.server()
                        + ": it does not take commands by SSH"));
    }

    private SshClient client() {
        var client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier(verifier());
        client.setKeyIdentityProvider(options.withKeys() ? keys() : KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setFilePasswordProvider(FilePasswordProvider.of(System.getenv().getOrDefault("SSH_KEY_PASSPHRASE", "")));
        return client;
    }

    /** A server that is not in {@code ~/.ssh/known_hosts} is believed, unless that is to be strict; one with another key never. */
    private ServerKeyVerifier verifier() {
        return new DefaultKnownHostsServerKeyVerifier(
                (session, address, key) -> !options.strictHostKey(), options.strictHostKey());
    }

    private KeyIdentityProvider keys() {
        var files = options.keys().isEmpty()
                ? usual()
                : options.keys().stream().map(Path::of).toList();
        return new FileKeyPairProvider(files);
    }

    private static List<Path> usual() {
        var folder = Path.of(System.getProperty("user.home"), ".ssh");
        return USUAL.stream().map(folder::resolve).filter(Files::isReadable).toList();
    }

    /** The words, each in quotes. */
    static String line(List<String> words) {
        return words.stream()
                .map(word -> "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(" "));
    }

    /** Nobody may close the standard input while a read of it waits. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}
