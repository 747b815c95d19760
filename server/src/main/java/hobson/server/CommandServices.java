package hobson.server;

import hobson.engine.administration.ServerActions;
import hobson.engine.user.Authorization;
import hobson.remote.api.BuildSources;
import hobson.remote.cli.CommandGroup;
import hobson.remote.cli.Commands;
import hobson.remote.cli.NamedItems;
import hobson.remote.cli.ScriptCommands;
import hobson.remote.cli.ServerFacts;
import hobson.remote.cli.build.BuildCommands;
import hobson.remote.cli.item.ItemCommands;
import hobson.remote.cli.node.NodeCommands;
import hobson.remote.cli.server.ServerCommands;
import hobson.remote.cli.view.ViewCommands;
import hobson.remote.page.Identification;
import hobson.remote.read.ChangeLogs;
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
            BuildSources sources,
            Identification identification) {
        var authorization = foundation.authorization();
        var items = new NamedItems(engine.registry);
        return new Commands(
                List.of(
                        new ServerFacts(identification),
                        new ScriptCommands(authorization),
                        new ItemCommands(engine.registry, engine.items, engine.jobs, engine.views, items),
                        builds(engine, sources, items, authorization),
                        new NodeCommands(engine.nodes, new NodeTargets(engine.computers)),
                        new ViewCommands(engine.views, engine.viewEdits, items),
                        new ServerCommands(actions),
                        plugins.commands(actions)),
                authorization);
    }

    private static CommandGroup builds(
            Engine engine, BuildSources sources, NamedItems items, Authorization authorization) {
        return new BuildCommands(
                engine.registry,
                items,
                engine.jobs,
                engine.builds,
                engine.buildActions,
                engine.runner,
                engine.triggers,
                engine.queue,
                engine.defaults,
                engine.uploads,
                engine.polling,
                sources,
                new ChangeLogs(engine.users),
                authorization);
    }
}
