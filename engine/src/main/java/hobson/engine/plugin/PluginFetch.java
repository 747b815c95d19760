package hobson.engine.plugin;

import hobson.engine.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Brings the files of plugins here, for as long as somebody looks at them. */
final class PluginFetch {
    private static final long PROBE_BYTES = 64L << 20;

    private final UpdateSites sites;
    private final UpdateFiles files;
    private final Downloads downloads;

    PluginFetch(UpdateSites sites, UpdateFiles files, Downloads downloads) {
        this.sites = sites;
        this.files = files;
        this.downloads = downloads;
    }

    /** Whether an address of the site answers at all. */
    boolean answers(UpdateSite site, String url) throws InterruptedException {
        try {
            var file = files.temporary();
            try {
                var address = UpdateSite.address(url);
                downloads.fetch(UpdateSite.address(Objects.requireNonNull(site.url())), address, file, PROBE_BYTES);
                return true;
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (Refusal | IOException e) {
            return false;
        }
    }

    /** What somebody does with a file that is deleted afterwards. */
    interface Use<T> {
        T with(Path file);
    }

    /** Fetches the file of a plugin, and checks that it is the one that was meant. */
    <T> T fetched(PluginOffer offer, long most, Use<T> use) throws InterruptedException {
        var site =
                sites.find(offer.site()).map(UpdateSite::url).orElseThrow(() -> Refusal.notFound("the site is gone"));
        return fetched(UpdateSite.address(site), offer.url(), most, file -> {
            try {
                offer.digests().check(file);
            } catch (IOException e) {
                throw new UncheckedIOException("what came from " + offer.url() + " cannot be read", e);
            }
            return use.with(file);
        });
    }

    /** Fetches a file by its address, which must be one of a site's. */
    <T> T fetched(String url, long most, Use<T> use) throws InterruptedException {
        return fetched(requireOwn(url), url, most, use);
    }

    /**
     * The document of the site that the address belongs to.
     *
     * @throws Refusal when it is at none of them: who may name addresses must not make the server ask others in its name
     */
    URI requireOwn(String url) {
        var address = UpdateSite.address(url);
        return sites.all().stream()
                .map(UpdateSite::url)
                .filter(Objects::nonNull)
                .map(UpdateSite::address)
                .filter(site -> belongs(site, address))
                .findFirst()
                .orElseThrow(() -> Refusal.badInput("‘" + url + "’ is at none of the update sites of this server, so it"
                        + " is not asked; upload the file instead."));
    }

    /** Takes in a file that somebody sends. */
    <T> T received(InputStream content, long most, Use<T> use) {
        try {
            var file = files.temporary();
            try {
                Downloads.save(content, file, most, "The file");
                return use.with(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an uploaded plugin cannot be kept", e);
        }
    }

    /** Whether the address is at the site. */
    boolean isOwn(UpdateSite site, String url) {
        try {
            return site.url() != null && belongs(UpdateSite.address(site.url()), UpdateSite.address(url));
        } catch (Refusal refusal) {
            return false;
        }
    }

    private static boolean belongs(URI site, URI address) {
        try {
            Downloads.requireSame(site, address);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private <T> T fetched(URI site, String url, long most, Use<T> use) throws InterruptedException {
        try {
            var file = files.temporary();
            try {
                downloads.fetch(site, UpdateSite.address(url), file, most);
                return use.with(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a download cannot be kept", e);
        }
    }
}
