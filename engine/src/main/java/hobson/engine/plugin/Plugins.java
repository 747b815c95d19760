package hobson.engine.plugin;

import hobson.engine.Refusal;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Permission;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The plugins of the server. Reads never wait; changes are made one after the other, are for administrators, and are on disk and in
 * effect when the method returns. A change that is refused has changed nothing.
 */
public final class Plugins {
    private static final System.Logger LOG = System.getLogger(Plugins.class.getName());

    private final PluginFormat format;
    private final PluginCode code;
    private final PluginFiles files;
    private final PluginResolver resolver;
    private final Version core;
    private final Authorization authorization;
    private final Runnable changed;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Map<String, Plugin> plugins;

    /**
     * @param folder where they are installed; made when the first one is
     * @param bundled what the server has in itself
     * @param core what plugins may require
     * @param changed called after jobs have become readable in another way
     */
    public Plugins(
            PluginFormat format,
            PluginCode code,
            Path folder,
            List<PluginManifest> bundled,
            Version core,
            Authorization authorization,
            Runnable changed) {
        this.format = format;
        this.code = code;
        this.files = new PluginFiles(folder);
        this.resolver = new PluginResolver(code, files);
        this.core = core;
        this.authorization = authorization;
        this.changed = changed;
        var own = new TreeMap<String, Plugin>();
        bundled.forEach(manifest -> own.put(manifest.name(), Plugin.bundled(manifest)));
        this.plugins = own;
    }

    /** What came of an installation. */
    public enum Outcome {
        /** It works. */
        ACTIVE,
        /** It is in place, and works from the next start on, as was asked. */
        PLACED,
        /** It is in place, and cannot work before the next start. */
        NEEDS_RESTART
    }

    /** By name. */
    public Collection<Plugin> all() {
        return plugins.values();
    }

    public Optional<Plugin> find(String name) {
        return Optional.ofNullable(plugins.get(name));
    }

    /** Throws {@link hobson.engine.user.Denied} unless the caller may look at plugins, and so change them. */
    public void require(Caller caller) {
        authorization.require(caller, Permission.ADMINISTER);
    }

    /** Takes in what is installed. What is wrong with one plugin is logged and does not keep the others from working. */
    public void load() {
        lock.lock();
        try {
            var found = new TreeMap<>(plugins);
            new PluginScan(format, files).plugins().forEach(plugin -> found.putIfAbsent(plugin.name(), plugin));
            var now = resolver.resolved(found);
            for (var plugin : now.values()) {
                if (plugin.problem() != null) {
                    LOG.log(Level.WARNING, "The plugin {0} is not active: {1}", plugin.name(), plugin.problem());
                }
            }
            use(now);
        } catch (Refusal refusal) {
            LOG.log(Level.WARNING, "No plugin is active: {0}", refusal.getMessage());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Installs the plugin in the file, or another version of it; the file stays the caller's.
     *
     * @param now rather than at the next start
     */
    public Outcome install(Caller caller, Path file, boolean now) {
        require(caller);
        var manifest = format.checked(file);
        lock.lock();
        try {
            requireInstallable(manifest);
            var old = plugins.get(manifest.name());
            files.put(manifest.name(), file);
            if (old != null && (old.active() || old.isDisabled())) {
                put(old.replacedBy(manifest));
                return old.active() ? Outcome.NEEDS_RESTART : Outcome.PLACED;
            }
            if (!now || manifest.dynamicLoad() == DynamicLoad.NO) {
                return now ? Outcome.NEEDS_RESTART : Outcome.PLACED;
            }
            activate(Plugin.installed(manifest, true, null));
            return Outcome.ACTIVE;
        } finally {
            lock.unlock();
        }
    }

    private void requireInstallable(PluginManifest manifest) {
        var name = manifest.name();
        var old = plugins.get(name);
        if (old != null && old.bundled()) {
            throw Refusal.conflict(
                    "‘" + name + "’ is built in (" + old.version() + "); a plugin of that name cannot take its place.");
        }
        var required = manifest.requiredCore();
        if (required != null && core.isOlderThan(required)) {
            throw Refusal.conflict("‘" + name + "’ " + manifest.version() + " needs a server of version " + required
                    + "; this one is as " + core + ".");
        }
        PluginResolver.missing(manifest, plugins).ifPresent(sentence -> {
            throw Refusal.conflict(sentence);
        });
    }

    private void activate(Plugin plugin) {
        var name = plugin.name();
        try {
            var next = new TreeMap<>(plugins);
            next.put(name, plugin);
            var resolved = resolver.resolved(next);
            requireActive(resolved, name);
            use(resolved);
        } catch (RuntimeException e) {
            files.restore(name);
            throw e;
        }
    }

    private static void requireActive(Map<String, Plugin> plugins, String name) {
        var problem = Objects.requireNonNull(plugins.get(name)).problem();
        if (problem != null) {
            throw Refusal.conflict(problem);
        }
    }

    /** Gives a plugin its parts, or takes them from it; it stays installed. */
    public void setEnabled(Caller caller, String name, boolean wanted) {
        require(caller);
        lock.lock();
        try {
            var plugin = own(name, wanted ? "enabled" : "disabled");
            if (plugin.enabled() == wanted) {
                return;
            }
            if (!wanted) {
                requireUnused(name);
            }
            var next = new TreeMap<>(plugins);
            next.put(name, plugin.enabled(wanted));
            var resolved = resolver.resolved(next);
            requireActive(resolved, name);
            use(resolved);
            files.enable(name, wanted);
        } finally {
            lock.unlock();
        }
    }

    /** Takes a plugin away; it is listed as deleted until the next start. */
    public void uninstall(Caller caller, String name) {
        require(caller);
        lock.lock();
        try {
            var plugin = own(name, "uninstalled");
            requireUnused(name);
            var next = new TreeMap<>(plugins);
            next.put(name, plugin.removed());
            use(next);
            files.delete(name);
        } finally {
            lock.unlock();
        }
    }

    private Plugin own(String name, String done) {
        var plugin = find(name)
                .filter(found -> !found.deleted())
                .orElseThrow(() -> Refusal.notFound("there is no plugin ‘" + name + "’"));
        if (plugin.bundled()) {
            throw Refusal.conflict("‘" + name + "’ is a part of the server, so it cannot be " + done + ".");
        }
        return plugin;
    }

    private void requireUnused(String name) {
        plugins.values().stream()
                .filter(other -> other.code() != null)
                .filter(other -> other.manifest().dependencies().stream()
                        .anyMatch(needed -> needed.name().equals(name) && !needed.optional()))
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.conflict(
                            "‘" + other.name() + "’ needs ‘" + name + "’: disable or uninstall it first.");
                });
    }

    private void put(Plugin plugin) {
        var next = new TreeMap<>(plugins);
        next.put(plugin.name(), plugin);
        plugins = next;
    }

    private void use(Map<String, Plugin> next) {
        code.use(next.values().stream()
                .map(Plugin::code)
                .filter(Objects::nonNull)
                .toList());
        plugins = next;
        changed.run();
    }
}
