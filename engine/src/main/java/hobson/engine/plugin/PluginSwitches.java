package hobson.engine.plugin;

import hobson.engine.Refusal;
import hobson.engine.user.Caller;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Enables plugins with all that they need, and disables them with all that needs them. For administrators. */
public final class PluginSwitches {
    private final Plugins plugins;

    public PluginSwitches(Plugins plugins) {
        this.plugins = plugins;
    }

    /** What happens to those that depend on a plugin which is to be disabled. */
    public enum Strategy {
        /** One that cannot do without it keeps it from being disabled. */
        NONE,
        /** Those that cannot do without it are disabled too. */
        MANDATORY,
        /** Those that can do without it as well. */
        ALL
    }

    /** What came of disabling a plugin. */
    public enum Status {
        DISABLED,
        ALREADY_DISABLED,
        /** One that depends on it is enabled. */
        NOT_DISABLED_DEPENDANTS,
        NO_SUCH_PLUGIN,
        ERROR
    }

    /**
     * What came of disabling a plugin.
     *
     * @param reason the dependant that is enabled, or a sentence of what went wrong; else null
     * @param dependants what came of disabling those that depend on it, before it
     */
    public record Outcome(
            String plugin, Status status, @Nullable String reason, List<Outcome> dependants) {
        public Outcome {
            dependants = List.copyOf(dependants);
        }
    }

    /** Disables the plugin, if there is one and nothing speaks against it. */
    public Outcome disable(Caller caller, String name, Strategy strategy) {
        plugins.require(caller);
        return disable(caller, name, strategy, 0);
    }

    /** A circle of dependencies ends at the depth that no sensible plugin reaches. */
    private Outcome disable(Caller caller, String name, Strategy strategy, int depth) {
        var plugin = here(name).orElse(null);
        if (plugin == null) {
            return new Outcome(name, Status.NO_SUCH_PLUGIN, null, List.of());
        }
        if (!plugin.enabled()) {
            return new Outcome(name, Status.ALREADY_DISABLED, null, List.of());
        }
        var dependants = new ArrayList<Outcome>();
        for (var dependant : dependants(name, strategy == Strategy.ALL)) {
            boolean left = strategy == Strategy.NONE || depth > 50;
            var outcome = left ? null : disable(caller, dependant.name(), strategy, depth + 1);
            if (outcome == null ? dependant.enabled() : isEnabledStill(outcome)) {
                return new Outcome(name, Status.NOT_DISABLED_DEPENDANTS, dependant.name(), dependants);
            }
            if (outcome != null) {
                dependants.add(outcome);
            }
        }
        return switchedOff(caller, name, dependants);
    }

    private Outcome switchedOff(Caller caller, String name, List<Outcome> dependants) {
        try {
            plugins.setEnabled(caller, name, false);
            return new Outcome(name, Status.DISABLED, null, dependants);
        } catch (Refusal refusal) {
            return new Outcome(name, Status.ERROR, String.valueOf(refusal.getMessage()), dependants);
        }
    }

    private static boolean isEnabledStill(Outcome outcome) {
        return outcome.status() == Status.ERROR || outcome.status() == Status.NOT_DISABLED_DEPENDANTS;
    }

    private List<Plugin> dependants(String name, boolean all) {
        return plugins.all().stream()
                .filter(other -> !other.deleted())
                .filter(other -> other.manifest().dependencies().stream()
                        .anyMatch(needed -> needed.name().equals(name) && (all || !needed.optional())))
                .toList();
    }

    /** The plugin, unless it was uninstalled. */
    public Optional<Plugin> here(String name) {
        return plugins.find(name).filter(plugin -> !plugin.deleted());
    }

    /**
     * What is disabled and must be enabled before the plugin, in that order, each with the one that needs it.
     *
     * @throws Refusal {@code NOT_FOUND} when something is not installed
     */
    public Map<Plugin, Plugin> needed(Plugin plugin) {
        var all = new LinkedHashMap<Plugin, Plugin>();
        collect(plugin, all, 0);
        return all;
    }

    private void collect(Plugin plugin, Map<Plugin, Plugin> into, int depth) {
        for (var dependency : plugin.manifest().dependencies()) {
            if (!dependency.optional()) {
                var needed = here(dependency.name())
                        .orElseThrow(() -> Refusal.notFound("Cannot enable plugin " + plugin.name()
                                + " as it is missing the dependency " + dependency.name() + " ("
                                + dependency.version() + ")"));
                if (!needed.enabled() && depth < 50 && !into.containsKey(needed)) {
                    collect(needed, into, depth + 1);
                    into.putIfAbsent(needed, plugin);
                }
            }
        }
    }

    public void enable(Caller caller, Plugin plugin) {
        plugins.setEnabled(caller, plugin.name(), true);
    }
}
