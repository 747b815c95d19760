package hobson.remote.administration;

import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Place;
import hobson.remote.RouteGroup;
import hobson.remote.cli.Commands;
import hobson.remote.page.Pages;
import hobson.remote.route.Places;

/** {@code /cli/}: the commands of the command line client, for people. */
public final class CommandLineRoutes implements RouteGroup {
    private final Commands commands;
    private final Pages pages;

    public CommandLineRoutes(Commands commands, Pages pages) {
        this.commands = commands;
        this.pages = pages;
    }

    @Override
    public void addTo(Places places) {
        places.root.child("cli", new Place("command line").index(this::page));
    }

    private Response page(Request request) {
        return pages.page(200, "Command line", html -> {
            html.open("p")
                    .text("All that the commands do can be done over HTTP as well: see the ")
                    .element("a", "API", "href", request.link("api/"))
                    .text(".")
                    .close();
            html.open("dl");
            commands.all().forEach(command -> html.element("dt", command.name()).element("dd", command.summary()));
            html.close();
        });
    }
}
