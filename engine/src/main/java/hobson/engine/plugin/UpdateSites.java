package hobson.engine.plugin;

import hobson.engine.Refusal;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Permission;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The update sites, what they have, and how it gets here. The site {@link UpdateSite#DEFAULT} is always there; without an address,
 * as it is at first, no site is ever asked. Used by many threads; documents are read when somebody wants to know.
 */
public final class UpdateSites {
    private static final System.Logger LOG = System.getLogger(UpdateSites.class.getName());
    private static final long DOCUMENT_BYTES = 64L << 20;
    private static final Duration FRESH = Duration.ofDays(1);

    private final UpdateFiles files;
    private final SiteFormat format;
    private final Downloads downloads;
    private final PluginFetch fetch;
    private final Authorization authorization;
    private final InstantSource clock;
    private final Map<String, SiteData> known = new ConcurrentHashMap<>();
    private final Map<String, String> failures = new ConcurrentHashMap<>();
    private volatile UpdateSettings settings;

    /**
     * @param folder of settings and documents; made when there is something to keep
     * @param declared what the configuration says: it counts more than what was set while the server ran
     */
    public UpdateSites(
            Path folder,
            UpdateSettings declared,
            SiteFormat format,
            hobson.engine.secret.Vault vault,
            Authorization authorization,
            InstantSource clock) {
        this.files = new UpdateFiles(folder);
        this.format = format;
        this.authorization = authorization;
        this.clock = clock;
        this.settings = declared;
        this.downloads = new Downloads(() -> settings.proxy(), vault);
        this.fetch = new PluginFetch(this, files, downloads);
    }

    /** Throws {@link hobson.engine.user.Denied} unless the caller may change where plugins come from: before what was sent is read. */
    public void require(Caller caller) {
        authorization.require(caller, Permission.ADMINISTER);
    }

    /** Takes in what was set while the server ran. */
    public void load() {
        settings = settings.over(files.settings());
    }

    /** The default one first. */
    public List<UpdateSite> all() {
        var sites = new ArrayList<UpdateSite>();
        var now = settings.sites();
        sites.add(new UpdateSite(UpdateSite.DEFAULT, now.get(UpdateSite.DEFAULT)));
        now.forEach((id, url) -> {
            if (!id.equals(UpdateSite.DEFAULT)) {
                sites.add(new UpdateSite(id, url));
            }
        });
        return sites;
    }

    public Optional<UpdateSite> find(String id) {
        return all().stream().filter(site -> site.id().equals(id)).findFirst();
    }

    /** When the site was last heard of, in milliseconds since 1970; 0 for never. */
    public long time(UpdateSite site) {
        return files.time(site.id());
    }

    /** Why the site could not be asked the last time; empty when it could. */
    public Optional<String> failure(UpdateSite site) {
        return Optional.ofNullable(failures.get(site.id()));
    }

    /** What it has, as far as it was asked. Reads a file the first time. */
    public SiteData data(UpdateSite site) {
        return known.computeIfAbsent(site.id(), _ -> readData(site));
    }

    private SiteData readData(UpdateSite site) {
        try {
            return files.read(site.id()).map(bytes -> format.read(site, bytes)).orElse(SiteData.NONE);
        } catch (Refusal refusal) {
            LOG.log(Level.WARNING, "What the update site {0} said is not used: {1}", site.id(), refusal.getMessage());
            return SiteData.NONE;
        }
    }

    /** The newest that any site has of a plugin. */
    public Optional<PluginOffer> offer(String name) {
        return all().stream()
                .flatMap(site -> data(site).find(name).stream())
                .reduce((one, other) -> one.version().isOlderThan(other.version()) ? other : one);
    }

    /** Gives a site another address, or none. */
    public void configure(Caller caller, UpdateSite site) {
        require(caller);
        synchronized (this) {
            var changed = settings.withSite(site);
            files.keep(changed);
            settings = changed;
            files.forget(site.id());
            known.remove(site.id());
            failures.remove(site.id());
        }
    }

    public @Nullable UpdateProxy proxy() {
        return settings.proxy();
    }

    /** The way to the sites; null for the direct one. */
    public synchronized void configureProxy(Caller caller, @Nullable UpdateProxy proxy) {
        require(caller);
        var changed = settings.withProxy(proxy);
        files.keep(changed);
        settings = changed;
    }

    /** Asks every site that has an address. A site that cannot be had is logged, and keeps what it said before. */
    public void check(Caller caller) throws InterruptedException {
        require(caller);
        for (var site : all()) {
            refresh(site);
        }
    }

    /** Asks the sites that have not been asked for a day. */
    public void checkOld() {
        try {
            for (var site : all()) {
                if (clock.millis() - time(site) > FRESH.toMillis()) {
                    refresh(site);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server ends
        }
    }

    void refresh(UpdateSite site) throws InterruptedException {
        var url = site.url();
        if (url == null) {
            return;
        }
        try {
            var file = files.temporary();
            try {
                var address = UpdateSite.address(url);
                downloads.fetch(address, address, file, DOCUMENT_BYTES);
                var document = Files.readAllBytes(file);
                ifCurrent(site, format.read(site, document), data -> keep(site, document, data));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (Refusal | IOException e) {
            ifCurrent(site, String.valueOf(e.getMessage()), message -> failures.put(site.id(), message));
            LOG.log(Level.WARNING, "The update site {0} could not be asked: {1}", site.id(), e.getMessage());
        }
    }

    /** The document of a site, which somebody else has fetched. */
    public void post(Caller caller, UpdateSite site, byte[] document) {
        require(caller);
        keep(site, document, format.read(site, document));
    }

    /** Takes in what was said at the site's address, unless the site has got another one meanwhile. */
    private synchronized <T> void ifCurrent(UpdateSite site, T said, Consumer<T> taking) {
        if (find(site.id()).filter(site::equals).isPresent()) {
            taking.accept(said);
        }
    }

    private synchronized void keep(UpdateSite site, byte[] document, SiteData data) {
        files.keep(site.id(), document);
        known.put(site.id(), data);
        failures.remove(site.id());
    }

    /** Brings files from these sites. */
    PluginFetch fetch() {
        return fetch;
    }
}
