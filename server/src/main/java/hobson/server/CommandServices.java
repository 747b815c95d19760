package hobson.server;

import hobson.engine.administration.ServerActions;
import hobson.remote.cli.Commands;
import hobson.remote.cli.NamedItems;
import hobson.remote.cli.ServerFacts;
import hobson.remote.cli.node.NodeCommands;
import hobson.remote.cli.server.ServerCommands;
import hobson.remote.cli.view.ViewCommands;
import hobson.remote.page.Identification;
import hobson.remote.route.NodeTargets;
import java.util.List;

/** The commands of {@code jenkins-cli.jar}, put together. */
final class CommandServices {
    private CommandServices() {}

    static Commands commands(
            Foundation foundation,
            Engine engine,
            PluginServices plugins,
            ServerActions actions,
            Identification identification) {
        var items = new NamedItems(engine.registry);
        return new Commands(
                List.of(
                        new ServerFacts(identification),
                        new NodeCommands(engine.nodes, new NodeTargets(engine.computers)),
                        new ViewCommands(engine.views, engine.viewEdits, items),
                        new ServerCommands(actions),
                        plugins.commands(actions)),
                foundation.authorization());
    }
}
