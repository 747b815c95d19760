package hobson.remote.cli.ssh;

import static java.lang.System.Logger.Level.WARNING;

import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Users;
import hobson.remote.cli.Commands;
import hobson.remote.cli.transport.Admissions;
import java.io.IOException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.SessionHeartbeatController.HeartbeatType;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.UserAuthNoneFactory;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.jspecify.annotations.Nullable;

/**
 * Takes commands by SSH, from users who have put a public key into their account; from everybody where nobody is told apart. There is no
 * shell, no file transfer and no forwarding.
 */
public final class SshDoor implements AutoCloseable {
    private static final System.Logger log = System.getLogger(SshDoor.class.getName());
    private static final Duration UNTIL_LOGIN = Duration.ofSeconds(30);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(30);
    private static final int WORKERS = 2;

    /** Connections at a time, also of those who have not logged in. */
    private static final int CONNECTIONS = 500;

    /** Commands at a time in one connection, but for one that the library lets in beside them. */
    private static final int CHANNELS = 20;

    /** Bytes of standard input that are held for a command that does not read them. */
    private static final long WINDOW = 256 * 1024;

    private final Commands commands;
    private final Admissions admissions;
    private final Users users;
    private final Authorization authorization;
    private final Supplier<KeyPair> hostKey;
    private final String rootUrl;
    private @Nullable SshServer server;
    private volatile boolean ending;

    /**
     * @param hostKey by which the server is known; asked for when the first one comes, and may take its time then
     * @param rootUrl with a slash at the end, for texts that name the server
     */
    public SshDoor(
            Commands commands,
            Admissions admissions,
            Users users,
            Authorization authorization,
            Supplier<KeyPair> hostKey,
            String rootUrl) {
        this.commands = commands;
        this.admissions = admissions;
        this.users = users;
        this.authorization = authorization;
        this.hostKey = hostKey;
        this.rootUrl = rootUrl;
    }

    /**
     * Begins to listen.
     *
     * @param port 0 for any
     * @return the port
     * @throws IOException when the address cannot be used
     */
    public int start(String address, int port) throws IOException {
        var starting = ServerBuilder.builder().build();
        starting.setHost(address);
        starting.setPort(port);
        starting.setNioWorkers(WORKERS);
        starting.setKeyPairProvider(
                KeyPairProvider.wrap(() -> List.of(hostKey.get()).iterator()));
        if (authorization.secured()) {
            starting.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
            starting.setPublickeyAuthenticator(new AuthorizedKeys(users));
        } else {
            starting.setUserAuthFactories(List.of(UserAuthNoneFactory.INSTANCE));
        }
        starting.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        starting.setCommandFactory(this::command);
        CoreModuleProperties.SERVER_IDENTIFICATION.set(starting, "Hobson");
        limit(starting);
        starting.start();
        server = starting;
        return starting.getPort();
    }

    private static void limit(SshServer server) {
        server.setChannelFactories(List.of(new CommandChannels()));
        server.addSessionListener(new MostConnections(CONNECTIONS));
        server.setSessionHeartbeat(HeartbeatType.IGNORE, SIGN_OF_LIFE);
        CoreModuleProperties.AUTH_TIMEOUT.set(server, UNTIL_LOGIN);
        CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(server, CHANNELS);
        CoreModuleProperties.WINDOW_SIZE.set(server, WINDOW);
    }

    private Command command(ChannelSession channel, String line) {
        return new SshCommand(caller(channel), Words.of(line), commands, admissions, rootUrl, () -> ending);
    }

    private Caller caller(ChannelSession channel) {
        var name = channel.getServerSession().getUsername();
        return authorization.secured()
                ? users.find(name)
                        .map(user -> new Caller(user.id(), Caller.Proof.SSH_KEY))
                        .orElse(Caller.ANONYMOUS)
                : Caller.ANONYMOUS;
    }

    /** Commands that run are left to end by themselves. */
    @Override
    public void close() {
        ending = true;
        var running = server;
        server = null;
        if (running == null) {
            return;
        }
        try {
            running.stop(true);
        } catch (IOException e) {
            log.log(WARNING, "The SSH server did not stop cleanly", e);
        }
    }
}
