package hobson.remote.cli.plugin;

import hobson.engine.administration.ServerActions;
import hobson.engine.plugin.PluginSwitches;
import hobson.engine.plugin.PluginSwitches.Outcome;
import hobson.engine.plugin.PluginSwitches.Status;
import hobson.engine.plugin.PluginSwitches.Strategy;
import hobson.engine.plugin.Plugins;
import hobson.remote.cli.Command;
import hobson.remote.cli.CommandFailure;
import hobson.remote.cli.Terminal;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kohsuke.args4j.Argument;
import org.kohsuke.args4j.Option;

/** {@code disable-plugin NAME…}. */
final class DisablePlugins implements Command {
    private static final int ERROR = 1;
    private static final int DEPENDANTS = 16;
    private static final int NO_SUCH_PLUGIN = 17;
    private static final String INDENT = "   ";

    private final Plugins plugins;
    private final PluginSwitches switches;
    private final ServerActions actions;

    @Argument(metaVar = "NAME", usage = "Short names of the plugins", required = true, multiValued = true)
    private List<String> names = new ArrayList<>();

    @Option(name = "-restart", aliases = "-r", usage = "Restart the server afterwards, if a plugin was disabled")
    private boolean restart;

    @Option(
            name = "-strategy",
            aliases = "-s",
            metaVar = "STRATEGY",
            usage =
                    "What happens to plugins that depend on it: 'none' disables none, and leaves the plugin enabled when one"
                            + " cannot do without it; 'mandatory' disables those, and 'all' also those that can do without it")
    private String strategy = "none";

    @Option(name = "-quiet", aliases = "-q", usage = "Say only what went wrong")
    private boolean quiet;

    DisablePlugins(Plugins plugins, PluginSwitches switches, ServerActions actions) {
        this.plugins = plugins;
        this.switches = switches;
        this.actions = actions;
    }

    @Override
    public int run(Terminal terminal) {
        plugins.require(terminal.caller());
        var chosen = chosen();
        var outcomes = new ArrayList<Outcome>();
        for (var name : names) {
            var outcome = switches.disable(terminal.caller(), name, chosen);
            print(terminal.out(), outcome, chosen, "");
            outcomes.add(outcome);
        }
        if (restart
                && outcomes.stream().flatMap(DisablePlugins::all).anyMatch(one -> one.status() == Status.DISABLED)) {
            actions.restart(terminal.caller());
        }
        return outcomes.stream()
                .flatMap(DisablePlugins::all)
                .mapToInt(outcome -> exitCode(outcome.status()))
                .filter(code -> code != SUCCESS)
                .findFirst()
                .orElse(SUCCESS);
    }

    private Strategy chosen() {
        return Arrays.stream(Strategy.values())
                .filter(one -> one.name().equalsIgnoreCase(strategy))
                .findFirst()
                .orElseThrow(() -> CommandFailure.argument("There is no strategy '" + strategy
                        + "' for disabling plugins; there are "
                        + Arrays.stream(Strategy.values()).map(Strategy::name).collect(Collectors.joining(", "))));
    }

    private static Stream<Outcome> all(Outcome outcome) {
        return Stream.concat(Stream.of(outcome), outcome.dependants().stream().flatMap(DisablePlugins::all));
    }

    private void print(PrintStream out, Outcome outcome, Strategy chosen, String indent) {
        boolean fine = outcome.status() == Status.DISABLED || outcome.status() == Status.ALREADY_DISABLED;
        if (!(quiet && fine)) {
            out.println(indent + "Disabling '" + outcome.plugin() + "': " + outcome.status() + " ("
                    + message(outcome, chosen) + ")");
            outcome.dependants().forEach(dependant -> print(out, dependant, chosen, indent + INDENT));
        }
    }

    private static String message(Outcome outcome, Strategy chosen) {
        var name = outcome.plugin();
        return switch (outcome.status()) {
            case DISABLED -> "Plugin '" + name + "' disabled";
            case ALREADY_DISABLED -> "The plugin '" + name + "' was already disabled";
            case NOT_DISABLED_DEPENDANTS ->
                "The plugin '" + name + "' has, at least, one dependent plugin (" + outcome.reason()
                        + ") and the disable strategy is " + chosen + ", so it cannot be disabled";
            case NO_SUCH_PLUGIN -> "No such plugin found with the name '" + name + "'";
            case ERROR -> "There was an error disabling the '" + name + "' plugin. Error: '" + outcome.reason() + "'";
        };
    }

    private static int exitCode(Status status) {
        return switch (status) {
            case DISABLED, ALREADY_DISABLED -> SUCCESS;
            case NOT_DISABLED_DEPENDANTS -> DEPENDANTS;
            case NO_SUCH_PLUGIN -> NO_SUCH_PLUGIN;
            case ERROR -> ERROR;
        };
    }
}
