package hobson.cli.server;

import hobson.cli.session.ExitCode;
import hobson.cli.session.Session;
import hobson.cli.terminal.Style;
import hobson.cli.terminal.Table;
import hobson.client.Plugin;
import java.util.Comparator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hobson plugins}. */
@Command(
        name = "plugins",
        description = "Lists the plugins of the server, built-in ones too.",
        footer = {"Examples:", "  hobson plugins", "  hobson plugins --updates --json"})
public final class PluginsCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--updates", description = "Only those of which there is a newer version.")
    private boolean updates;

    public PluginsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var plugins = session.hobson().plugins().list().stream()
                .filter(plugin -> !updates || plugin.isUpdatable())
                .sorted(Comparator.comparing(Plugin::name))
                .toList();
        new Table<Plugin>()
                .column("name", Plugin::name, plugin -> Style.BOLD)
                .column("version", Plugin::version)
                .column("enabled", Plugin::isEnabled)
                .column("active", Plugin::isActive)
                .column("update", Plugin::isUpdatable)
                .column("title", Plugin::title)
                .print(session.terminal(), plugins, "The server has no such plugin.");
        return ExitCode.FINE;
    }
}
