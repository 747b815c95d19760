package hobson.remote.cli.plugin;

import hobson.engine.administration.ServerActions;
import hobson.engine.plugin.Plugins;
import hobson.remote.cli.Command;
import hobson.remote.cli.Terminal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kohsuke.args4j.Argument;
import org.kohsuke.args4j.Option;

/** {@code install-plugin SOURCE…}: one after the other; the first that cannot be installed ends it. */
final class InstallPlugins implements Command {
    private final Plugins plugins;
    private final PluginSources sources;
    private final ServerActions actions;

    @Argument(
            metaVar = "SOURCE",
            usage =
                    "'=' for standard input; or an address at an update site; or the short name of a plugin that an update"
                            + " site has, with a colon and the oldest version that will do",
            required = true,
            multiValued = true)
    private List<String> names = new ArrayList<>();

    @Option(name = "-name", metaVar = "NAME", usage = "Means nothing any more: plugins know their names")
    private @Nullable String name;

    @Option(name = "-restart", usage = "Restart the server afterwards")
    private boolean restart;

    @Option(name = "-deploy", usage = "Use the plugin now rather than after the next start, where that is possible")
    private boolean deploy;

    InstallPlugins(Plugins plugins, PluginSources sources, ServerActions actions) {
        this.plugins = plugins;
        this.sources = sources;
        this.actions = actions;
    }

    @Override
    public int run(Terminal terminal) throws InterruptedException {
        plugins.require(terminal.caller());
        if (name != null) {
            terminal.err().println("-name is deprecated; it is no longer necessary nor honored.");
        }
        for (var source : names) {
            sources.install(terminal, source, deploy);
        }
        if (restart) {
            actions.restart(terminal.caller());
        }
        return SUCCESS;
    }
}
