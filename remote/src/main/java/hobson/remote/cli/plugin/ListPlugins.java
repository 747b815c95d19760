package hobson.remote.cli.plugin;

import hobson.engine.plugin.Plugin;
import hobson.engine.plugin.Plugins;
import hobson.engine.plugin.UpdateCenter;
import hobson.engine.plugin.UpdateSites;
import hobson.remote.cli.Command;
import hobson.remote.cli.CommandFailure;
import hobson.remote.cli.Terminal;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kohsuke.args4j.Argument;

/** {@code list-plugins [NAME]}: name, title and version in columns, and in parentheses the version that could be had. */
final class ListPlugins implements Command {
    private static final String PREFIX = "Jenkins ";

    private final Plugins plugins;
    private final UpdateCenter center;
    private final UpdateSites sites;

    @Argument(metaVar = "NAME", usage = "Lists just this plugin")
    private @Nullable String name;

    ListPlugins(Plugins plugins, UpdateCenter center, UpdateSites sites) {
        this.plugins = plugins;
        this.center = center;
        this.sites = sites;
    }

    @Override
    public int run(Terminal terminal) {
        plugins.require(terminal.caller());
        var listed = name == null ? plugins.all() : List.of(named(name));
        int names = widest(listed, Plugin::name);
        int titles = widest(listed, ListPlugins::title);
        for (var plugin : listed) {
            terminal.out().println(padded(plugin.name(), names) + padded(title(plugin), titles) + version(plugin));
        }
        return SUCCESS;
    }

    private Plugin named(String name) {
        return plugins.find(name)
                .orElseThrow(() -> CommandFailure.argument("No plugin with the name '" + name + "' found"));
    }

    private static String title(Plugin plugin) {
        var title = plugin.manifest().title();
        return title.startsWith(PREFIX) ? title.substring(PREFIX.length()) : title;
    }

    private static int widest(Collection<Plugin> plugins, Function<Plugin, String> text) {
        return plugins.stream().map(text).mapToInt(String::length).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length() + 1);
    }

    private String version(Plugin plugin) {
        var version = plugin.version().text();
        return center.hasUpdate(plugin)
                ? version
                        + sites.offer(plugin.name())
                                .map(offer -> " (" + offer.version().text() + ")")
                                .orElse("")
                : version;
    }
}
