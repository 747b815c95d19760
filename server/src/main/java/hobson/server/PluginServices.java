package hobson.server;

import hobson.engine.administration.ServerActions;
import hobson.engine.item.JobRereading;
import hobson.engine.plugin.Plugins;
import hobson.engine.plugin.UpdateCenter;
import hobson.engine.plugin.UpdateSites;
import hobson.engine.plugin.Version;
import hobson.engine.secret.Vault;
import hobson.engine.settings.Lifecycle;
import hobson.parts.document.Documents;
import hobson.parts.document.Limits;
import hobson.parts.plugin.BundledPlugins;
import hobson.parts.plugin.PluginJars;
import hobson.parts.plugin.PluginLoader;
import hobson.remote.BackgroundTask;
import hobson.remote.api.Api;
import hobson.remote.cli.CommandGroup;
import hobson.remote.cli.plugin.PluginCommands;
import hobson.remote.page.Identification;
import hobson.remote.page.Pages;
import hobson.remote.plugin.PluginRoutes;
import hobson.remote.plugin.SiteDocuments;
import hobson.remote.plugin.SiteSignature;
import hobson.remote.route.Targets;
import hobson.store.SqlStores;
import java.time.Duration;

/** The plugins of one server, and how they get here. */
final class PluginServices implements AutoCloseable {
    private static final Version CORE = new Version(Identification.JENKINS);
    private static final Duration LOOK = Duration.ofHours(1);

    private final Vault vault;
    private final Plugins plugins;
    private final UpdateSites sites;
    private final UpdateCenter center;

    PluginServices(Foundation foundation, Engine engine, SqlStores stores, Lifecycle lifecycle) {
        var home = foundation.home().folder();
        var authorization = foundation.authorization();
        var clock = foundation.clock();
        vault = foundation.vault();
        var bundled = new BundledPlugins(engine.parts, engine.format, CORE).all();
        var jars = new PluginJars(bundled, new Documents(Limits.DEFAULT));
        var rereading = new JobRereading(engine.registry, stores.jobs(), engine.format, engine.definitions, clock);
        plugins = new Plugins(
                jars,
                new PluginLoader(engine.parts),
                home.resolve("plugins"),
                bundled,
                CORE,
                authorization,
                rereading::run);
        var documents = new SiteDocuments(
                new SiteSignature(home.resolve("update-center-rootCAs"), clock),
                foundation.plugins().signed());
        sites = new UpdateSites(
                home.resolve("updates"), foundation.plugins().updates(), documents, vault, authorization, clock);
        center = new UpdateCenter(plugins, jars, sites, lifecycle);
    }

    PluginRoutes routes(Targets targets, Api api, Pages pages) {
        return new PluginRoutes(plugins, center, sites, CORE, vault, targets, api, pages);
    }

    CommandGroup commands(ServerActions actions) {
        return new PluginCommands(plugins, center, sites, actions);
    }

    BackgroundTask task() {
        return new BackgroundTask("update sites", LOOK, center::checkOldSites);
    }

    /** Takes in what is installed; before the jobs, which may use it. */
    void load() {
        sites.load();
        plugins.load();
    }

    @Override
    public void close() {
        center.close();
    }
}
