package hobson.server.configuration;

import hobson.engine.Refusal;
import hobson.engine.plugin.UpdateSettings;
import hobson.engine.plugin.UpdateSite;
import java.util.LinkedHashMap;

/**
 * Where plugins come from.
 *
 * @param signed whether update sites must sign what they say
 */
public record PluginSources(UpdateSettings updates, boolean signed) {
    static final PluginSources NONE = new PluginSources(UpdateSettings.NONE, true);

    /** What stands below {@code updateCenter}. */
    static UpdateSettings updates(Value at) {
        var sites = new LinkedHashMap<String, String>();
        at.section("sites").value("sites").ifPresent(list -> {
            for (var one : list.list()) {
                var site = one.section("id", "url");
                var url = site.required(one, "url");
                try {
                    var id = site.text("id").orElse(UpdateSite.DEFAULT);
                    sites.put(id, String.valueOf(new UpdateSite(id, url.text()).url()));
                } catch (Refusal refusal) {
                    throw url.wrong("cannot be: " + refusal.getMessage());
                }
            }
        });
        return new UpdateSettings(sites, null);
    }
}
