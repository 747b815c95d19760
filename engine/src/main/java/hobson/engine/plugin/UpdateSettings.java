package hobson.engine.plugin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where plugins come from, as somebody decided.
 *
 * @param sites addresses by id, in order
 */
public record UpdateSettings(
        Map<String, String> sites, @Nullable UpdateProxy proxy) {
    public static final UpdateSettings NONE = new UpdateSettings(Map.of(), null);

    public UpdateSettings {
        sites = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sites));
    }

    UpdateSettings withSite(UpdateSite site) {
        var changed = new LinkedHashMap<>(sites);
        if (site.url() == null) {
            changed.remove(site.id());
        } else {
            changed.put(site.id(), site.url());
        }
        return new UpdateSettings(changed, proxy);
    }

    UpdateSettings withProxy(@Nullable UpdateProxy other) {
        return new UpdateSettings(sites, other);
    }

    /** These over those: what both name is as here. */
    UpdateSettings over(UpdateSettings kept) {
        var both = new LinkedHashMap<>(kept.sites);
        both.putAll(sites);
        return new UpdateSettings(both, proxy == null ? kept.proxy : proxy);
    }
}
