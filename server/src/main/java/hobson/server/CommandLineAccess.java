package hobson.server;

import hobson.engine.user.Users;
import hobson.http.Filter;
import hobson.remote.RouteGroup;
import hobson.remote.api.Readers;
import hobson.remote.cli.Commands;
import hobson.remote.cli.ssh.SshDoor;
import hobson.remote.cli.transport.Admissions;
import hobson.remote.cli.transport.ClientJar;
import hobson.remote.cli.transport.CommandLineRoutes;
import hobson.remote.cli.transport.Conversations;
import hobson.remote.cli.transport.SshHint;
import hobson.remote.page.Pages;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The ways by which commands come in, put together. */
final class CommandLineAccess implements AutoCloseable {
    /** How long who has connected may take to say what is to be done. */
    private static final Duration UNTIL_COMMAND = Duration.ofSeconds(30);

    private final Commands commands;
    private final Foundation foundation;
    private final Users users;
    private final Admissions admissions;
    private final Conversations conversations;
    private final List<RouteGroup> routes;
    private final SshHint hint;
    private @Nullable SshDoor ssh;

    CommandLineAccess(Commands commands, Foundation foundation, Users users, Readers readers, Pages pages) {
        this.commands = commands;
        this.foundation = foundation;
        this.users = users;
        admissions = new Admissions(foundation.authorization());
        conversations = new Conversations(commands, admissions, UNTIL_COMMAND);
        routes = List.of(
                new CommandLineRoutes(commands, conversations, readers::rootUrl, foundation.authorization(), pages),
                new ClientJar(Objects.requireNonNull(CommandLineAccess.class.getResource("jenkins-cli.jar"))));
        hint = new SshHint(foundation.settings().rootUrl());
    }

    List<RouteGroup> routes() {
        return routes;
    }

    /** Tells on pages where commands are taken by SSH, if they are. */
    Filter hint() {
        return hint;
    }

    /** @return the port */
    int listenForSsh(String address, int port) throws IOException {
        var rootUrl = foundation.settings().rootUrl();
        var identity = foundation.home().identity();
        var door = new SshDoor(
                commands,
                admissions,
                users,
                foundation.authorization(),
                identity::pair,
                rootUrl == null ? "" : rootUrl);
        ssh = door;
        int listening = door.start(address, port);
        hint.at(listening);
        return listening;
    }

    /** Takes no more commands; those that run are left to end. */
    @Override
    public void close() {
        conversations.close();
        if (ssh != null) {
            ssh.close();
        }
    }
}
