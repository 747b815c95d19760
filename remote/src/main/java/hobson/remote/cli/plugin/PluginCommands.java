package hobson.remote.cli.plugin;

import hobson.engine.administration.ServerActions;
import hobson.engine.plugin.PluginSwitches;
import hobson.engine.plugin.Plugins;
import hobson.engine.plugin.UpdateCenter;
import hobson.engine.plugin.UpdateSites;
import hobson.remote.cli.CommandGroup;
import hobson.remote.cli.NamedCommand;
import java.util.List;

/** The commands about plugins. */
public final class PluginCommands implements CommandGroup {
    private final Plugins plugins;
    private final PluginSwitches switches;
    private final UpdateCenter center;
    private final UpdateSites sites;
    private final ServerActions actions;

    public PluginCommands(Plugins plugins, UpdateCenter center, UpdateSites sites, ServerActions actions) {
        this.plugins = plugins;
        this.switches = new PluginSwitches(plugins);
        this.center = center;
        this.sites = sites;
        this.actions = actions;
    }

    @Override
    public List<NamedCommand> commands() {
        return List.of(
                new NamedCommand(
                        "install-plugin",
                        "Installs plugins: from standard input, an address, or an update site.",
                        () -> new InstallPlugins(plugins, new PluginSources(switches, center, sites), actions)),
                new NamedCommand(
                        "list-plugins", "Lists the installed plugins.", () -> new ListPlugins(plugins, center, sites)),
                new NamedCommand(
                        "enable-plugin",
                        "Enables plugins, and what they need.",
                        () -> new EnablePlugins(plugins, switches, actions)),
                new NamedCommand(
                        "disable-plugin", "Disables plugins.", () -> new DisablePlugins(plugins, switches, actions)));
    }
}
