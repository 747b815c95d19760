package hobson.remote.cli.plugin;

import hobson.engine.administration.ServerActions;
import hobson.engine.plugin.Plugin;
import hobson.engine.plugin.PluginSwitches;
import hobson.engine.plugin.Plugins;
import hobson.remote.cli.Command;
import hobson.remote.cli.CommandFailure;
import hobson.remote.cli.Terminal;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.args4j.Argument;
import org.kohsuke.args4j.Option;

/** {@code enable-plugin NAME… [-restart]}. */
final class EnablePlugins implements Command {
    private final Plugins plugins;
    private final PluginSwitches switches;
    private final ServerActions actions;

    @Argument(
            metaVar = "NAME",
            usage = "Short names of the plugins; what they need is enabled too",
            required = true,
            multiValued = true)
    private List<String> names = new ArrayList<>();

    @Option(name = "-restart", usage = "Restart the server afterwards, if a plugin was enabled")
    private boolean restart;

    EnablePlugins(Plugins plugins, PluginSwitches switches, ServerActions actions) {
        this.plugins = plugins;
        this.switches = switches;
        this.actions = actions;
    }

    @Override
    public int run(Terminal terminal) {
        plugins.require(terminal.caller());
        boolean changed = false;
        for (var name : names) {
            var plugin = switches.here(name)
                    .orElseThrow(() -> CommandFailure.argument("No such plugin found with the name " + name));
            if (!plugin.enabled()) {
                enable(terminal, plugin);
                changed = true;
            }
        }
        if (restart && changed) {
            actions.restart(terminal.caller());
        }
        return SUCCESS;
    }

    private void enable(Terminal terminal, Plugin plugin) {
        var out = terminal.out();
        out.println("Enabling plugin `" + plugin.name() + "' (" + plugin.version() + ")");
        switches.needed(plugin).forEach((needed, by) -> {
            out.println("Enabling plugin dependency `" + needed.name() + "' (" + needed.version() + ") for `"
                    + by.name() + "'");
            switches.enable(terminal.caller(), needed);
        });
        switches.enable(terminal.caller(), plugin);
        out.println("Plugin `" + plugin.name() + "' was enabled.");
    }
}
