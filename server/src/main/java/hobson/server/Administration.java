package hobson.server;

import hobson.engine.administration.ServerActions;
import hobson.remote.RouteGroup;
import hobson.remote.administration.AdministrationRoutes;
import hobson.remote.administration.Diagnostics;
import hobson.remote.administration.IdentityRoutes;
import hobson.remote.administration.ManageRoutes;
import hobson.remote.api.Readers;
import hobson.remote.log.LogRoutes;
import hobson.remote.page.Identification;
import hobson.remote.page.Pages;
import hobson.remote.route.Targets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What concerns the server as a whole, put together. */
final class Administration {
    private Administration() {}

    /** @param scratch a folder that only the server can read */
    static List<RouteGroup> groups(
            Foundation foundation,
            Engine engine,
            ServerActions actions,
            Readers readers,
            Targets targets,
            Pages pages,
            Path scratch) {
        var authorization = foundation.authorization();
        var facts = Map.of(
                "Hobson",
                foundation.version(),
                "As Jenkins",
                Identification.JENKINS,
                "Home",
                foundation.home().folder().toString());
        return List.of(
                new AdministrationRoutes(actions, authorization, targets, pages),
                new ManageRoutes(engine.queue, authorization, targets, pages),
                new Diagnostics(facts, scratch, foundation.environment(), authorization, targets, pages),
                new LogRoutes(foundation.log(), authorization, targets, pages, readers::rootUrl),
                new IdentityRoutes(foundation.home().identity()::publicKey, pages));
    }
}
