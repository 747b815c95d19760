package hobson.remote.administration;

import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Place;
import hobson.remote.RouteGroup;
import hobson.remote.page.Pages;
import hobson.remote.route.Places;

/** {@code /cli/}: where people look for the command line client, which is not here. Open to all. */
public final class CommandLineRoutes implements RouteGroup {
    private final Pages pages;

    public CommandLineRoutes(Pages pages) {
        this.pages = pages;
    }

    @Override
    public void addTo(Places places) {
        places.root.child("cli", new Place("command line").index(this::page));
    }

    private Response page(Request request) {
        return pages.page(
                200,
                "Command line",
                html -> html.open("p")
                        .text(
                                "This server takes no commands of jenkins-cli.jar. All that it can do is done over HTTP: see its ")
                        .element("a", "API", "href", request.link("api/"))
                        .text(".")
                        .close());
    }
}
