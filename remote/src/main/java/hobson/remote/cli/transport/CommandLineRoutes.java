package hobson.remote.cli.transport;

import hobson.engine.user.Authorization;
import hobson.engine.user.Permission;
import hobson.http.Handler;
import hobson.http.Problem;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Match;
import hobson.http.route.Place;
import hobson.remote.RouteGroup;
import hobson.remote.cli.Commands;
import hobson.remote.page.Pages;
import hobson.remote.route.Places;
import hobson.remote.security.Callers;
import java.time.Duration;
import java.util.function.Function;

/** {@code /cli}: where commands arrive, which is open to all since each command asks by itself; and the pages about them (cli.md §1). */
public final class CommandLineRoutes implements RouteGroup {
    private static final Duration UNTIL_UPLOAD = Duration.ofSeconds(15);

    private final Commands commands;
    private final Duplex duplex;
    private final SocketSide socket;
    private final Authorization authorization;
    private final Pages pages;

    /** @param rootUrl where the server is for the one who asks, with a slash at the end */
    public CommandLineRoutes(
            Commands commands,
            Conversations conversations,
            Function<Request, String> rootUrl,
            Authorization authorization,
            Pages pages) {
        this.commands = commands;
        this.duplex = new Duplex(conversations, rootUrl, UNTIL_UPLOAD);
        this.socket = new SocketSide(conversations, rootUrl);
        this.authorization = authorization;
        this.pages = pages;
    }

    @Override
    public void addTo(Places places) {
        var place = new Place("command line")
                .bare("POST", duplex::answer)
                .index(forReaders(this::list))
                .any("ws", socket::answer)
                .child(
                        "command/{command}",
                        new Place("command")
                                .bare("GET", forReaders(this::usage))
                                .index(forReaders(this::usage)));
        places.root.child("cli", place);
    }

    private Handler forReaders(Handler page) {
        return request -> {
            authorization.require(Callers.of(request), Permission.READ);
            return page.handle(request);
        };
    }

    private Response list(Request request) {
        return pages.page(200, "Command line", html -> {
            html.open("p").text("The commands that ");
            html.element("a", "jenkins-cli.jar", "href", request.link("jnlpJars/jenkins-cli.jar"));
            html.text(" can give to this server:").close();
            html.element("pre", "java -jar jenkins-cli.jar -s " + request.baseUrl() + "/ help");
            html.open("dl");
            for (var command : commands.all()) {
                html.open("dt")
                        .element("a", command.name(), "href", request.link("cli/command/" + command.name()))
                        .close();
                html.element("dd", command.summary());
            }
            html.close();
        });
    }

    private Response usage(Request request) {
        var name = Match.of(request).capture("command");
        var command = commands.find(name).orElseThrow(() -> Problem.notFound("No such command"));
        return pages.page(200, command.name(), html -> html.element("pre", Commands.usage(command)));
    }
}
