package hobson.engine.plugin;

import hobson.engine.Refusal;
import hobson.engine.plugin.PluginFormat.Wanted;
import hobson.engine.plugin.UpdateJob.Kind;
import hobson.engine.plugin.UpdateJob.Status;
import hobson.engine.plugin.UpdateJob.Subject;
import hobson.engine.settings.Lifecycle;
import hobson.engine.user.Caller;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Brings plugins here. What it is asked for becomes jobs, which are done one after the other and tell how they ended; all of it is for
 * administrators.
 */
public final class UpdateCenter implements AutoCloseable {
    /** Larger than any plugin is. */
    public static final long PLUGIN_BYTES = 256L << 20;

    private final Plugins plugins;
    private final PluginFormat format;
    private final UpdateSites sites;
    private final Lifecycle lifecycle;
    private final UpdateJobs jobs = new UpdateJobs();
    private volatile boolean restartRequired;

    public UpdateCenter(Plugins plugins, PluginFormat format, UpdateSites sites, Lifecycle lifecycle) {
        this.plugins = plugins;
        this.format = format;
        this.sites = sites;
        this.lifecycle = lifecycle;
    }

    /** The last ones, in the order in which they were asked for. */
    public List<UpdateJob> jobs() {
        return jobs.all();
    }

    public Optional<UpdateJob> job(int id) {
        return jobs.find(id);
    }

    /** Whether something that was installed cannot work before the next start. */
    public boolean restartRequired() {
        return restartRequired;
    }

    /** Whether there is something newer for the plugin. */
    public boolean hasUpdate(Plugin plugin) {
        return !plugin.bundled()
                && sites.offer(plugin.name())
                        .filter(offer -> offer.isNewerThan(plugin))
                        .isPresent();
    }

    /** Those of one {@link #install}. */
    public List<UpdateJob> jobs(UUID correlation) {
        return jobs().stream()
                .filter(job -> correlation.equals(job.correlation()))
                .toList();
    }

    /**
     * Installs an uploaded file; it has been installed when this returns.
     *
     * @param fileName as it was called where it came from; only shown
     * @param now as far as that is possible, rather than at the next start
     */
    public void upload(Caller caller, String fileName, InputStream content, boolean now) {
        plugins.require(caller);
        var job = jobs.add(Kind.INSTALLATION, Subject.uploaded(fileName), null);
        UpdateJobs.perform(
                job, () -> sites.fetch().received(content, PLUGIN_BYTES, file -> installed(job, caller, file, now)));
    }

    private Status installed(UpdateJob job, Caller caller, Path file, boolean now) {
        job.rename(format.manifest(file).name());
        return ended(plugins.install(caller, file, now));
    }

    /**
     * Fetches a file from an update site and installs it.
     *
     * @param now as far as that is possible, rather than at the next start
     * @return the job that does it
     * @throws Refusal when the address is at none of the sites
     */
    public UpdateJob uploadFrom(Caller caller, String url, boolean now) {
        plugins.require(caller);
        sites.fetch().requireOwn(url);
        var job = jobs.add(Kind.INSTALLATION, Subject.uploaded(url), null);
        jobs.submit(job, () -> sites.fetch().fetched(url, PLUGIN_BYTES, file -> installed(job, caller, file, now)));
        return job;
    }

    private Status ended(Plugins.Outcome outcome) {
        return switch (outcome) {
            case ACTIVE, PLACED -> Status.SUCCESS;
            case NEEDS_RESTART -> {
                restartRequired = true;
                yield Status.SUCCESS_BUT_REQUIRES_RESTART;
            }
        };
    }

    /**
     * Sees to it that there is each of these.
     *
     * @param now rather than at the next start
     * @return by which these jobs are known
     * @throws Refusal when one of them is neither here nor at a site: then nothing is done
     */
    public UUID install(Caller caller, List<Wanted> wanted, boolean now) {
        plugins.require(caller);
        for (var one : wanted) {
            if (here(one.name()).isEmpty() && sites.offer(one.name()).isEmpty()) {
                throw Refusal.badInput("No such plugin: " + one.name());
            }
        }
        var correlation = UUID.randomUUID();
        wanted.forEach(one -> provide(caller, one, now, correlation));
        return correlation;
    }

    private Optional<Plugin> here(String name) {
        return plugins.find(name).filter(plugin -> !plugin.deleted());
    }

    /** There is a job that says what came of it, whatever comes of it. */
    private void provide(Caller caller, Wanted wanted, boolean now, @Nullable UUID correlation) {
        var found = here(wanted.name()).orElse(null);
        var offer = sites.offer(wanted.name())
                .filter(one -> !one.version().isOlderThan(wanted.version()))
                .orElse(null);
        if (found != null && found.isDisabled()) {
            enable(caller, found, correlation);
        } else if (found != null && isGoodEnough(found, wanted, offer)) {
            jobs.add(Kind.NO_OP, Subject.of(found), correlation).become(Status.SUCCESS);
        } else if (offer != null) {
            withDependencies(offer).forEach(each -> submit(caller, each, now, correlation));
        } else {
            jobs.add(Kind.INSTALLATION, Subject.of(wanted), correlation).fail(unavailable(wanted, found));
        }
    }

    /** Who names no version wants the newest. */
    private static boolean isGoodEnough(Plugin found, Wanted wanted, @Nullable PluginOffer offer) {
        if (found.bundled() || wanted.isVersioned()) {
            return !found.version().isOlderThan(wanted.version());
        }
        return offer == null || !offer.isNewerThan(found);
    }

    private String unavailable(Wanted wanted, @Nullable Plugin found) {
        var here = found == null ? "it is not built in" : "here it is " + found.version();
        var there = sites.offer(wanted.name())
                .map(offer -> "the update site has " + offer.version())
                .orElse("no update site has it");
        return wanted + " cannot be installed: " + here + ", and " + there + ".";
    }

    private void enable(Caller caller, Plugin plugin, @Nullable UUID correlation) {
        var job = jobs.add(Kind.ENABLE, Subject.of(plugin), correlation);
        jobs.submit(job, () -> {
            plugins.setEnabled(caller, plugin.name(), true);
            return Status.SUCCESS;
        });
    }

    private void submit(Caller caller, PluginOffer offer, boolean now, @Nullable UUID correlation) {
        var job = jobs.add(Kind.INSTALLATION, Subject.of(offer), correlation);
        jobs.submit(
                job,
                () -> sites.fetch().fetched(offer, PLUGIN_BYTES, file -> ended(plugins.install(caller, file, now))));
    }

    /** What must be installed besides a plugin, each after what it needs itself. */
    public List<PluginOffer> needed(PluginOffer offer) {
        return withDependencies(offer).stream()
                .filter(needed -> !needed.name().equals(offer.name()))
                .toList();
    }

    private Collection<PluginOffer> withDependencies(PluginOffer offer) {
        var all = new LinkedHashMap<String, PluginOffer>();
        collect(offer, all, 0);
        return all.values();
    }

    /** A circle of dependencies ends at the depth that no sensible plugin reaches; installing then says what is missing. */
    private void collect(PluginOffer offer, Map<String, PluginOffer> into, int depth) {
        for (var dependency : offer.dependencies()) {
            if (depth < 50 && !into.containsKey(dependency.name()) && isNeeded(dependency)) {
                sites.offer(dependency.name()).ifPresent(found -> collect(found, into, depth + 1));
            }
        }
        into.putIfAbsent(offer.name(), offer);
    }

    /** Optional ones only when they are here and too old. */
    private boolean isNeeded(PluginDependency dependency) {
        return here(dependency.name())
                .map(found -> found.version().isOlderThan(dependency.version()))
                .orElse(!dependency.optional());
    }

    /**
     * What is to be done for somebody who needs a plugin.
     *
     * @param old there is one, but an older one
     */
    public record Missing(Wanted wanted, boolean old) {}

    /** What the document names and this server does not have. */
    public List<Missing> missing(Caller caller, byte[] document) {
        plugins.require(caller);
        var missing = new ArrayList<Missing>();
        for (var wanted : format.wanted(document)) {
            var found = here(wanted.name());
            if (found.isEmpty() || found.get().version().isOlderThan(wanted.version())) {
                missing.add(new Missing(wanted, found.isPresent()));
            }
        }
        return missing;
    }

    /** Sees to it that there is what the document names; for each there is a job that says what came of it. */
    public void installNecessary(Caller caller, byte[] document) {
        plugins.require(caller);
        for (var wanted : format.wanted(document)) {
            provide(caller, wanted, true, null);
        }
    }

    /** Asks the sites that have not been asked for a day, when the jobs before have been done. */
    public void checkOldSites() {
        jobs.submit(sites::checkOld);
    }

    /** Restarts the server when the jobs before have been done. */
    public void restart(Caller caller) {
        plugins.require(caller);
        var job = jobs.add(Kind.RESTART, new Subject("restart", new Version(""), null, null), null);
        jobs.submit(job, () -> {
            lifecycle.restart();
            return Status.RUNNING;
        });
    }

    /** Gives up restarts that have not begun. */
    public void cancelRestart(Caller caller) {
        plugins.require(caller);
        jobs().stream().filter(job -> job.kind() == Kind.RESTART).forEach(UpdateJob::cancel);
    }

    @Override
    public void close() {
        jobs.close();
    }
}
