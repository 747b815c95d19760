package hobson.server;

import hobson.engine.secret.Vault;
import hobson.engine.settings.Settings;
import hobson.engine.time.Pace;
import hobson.engine.user.Authorization;
import hobson.engine.user.Passwords;
import hobson.remote.log.RecentLog;
import hobson.server.configuration.PluginSources;
import hobson.server.home.Home;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;

/**
 * What everything else stands on.
 *
 * @param plugins where plugins come from
 * @param environment the variables that builds inherit
 * @param version of this program
 */
record Foundation(
        Home home,
        Settings settings,
        Authorization authorization,
        PluginSources plugins,
        Passwords passwords,
        Vault vault,
        Pace pace,
        SecureRandom random,
        Map<String, String> environment,
        String version,
        RecentLog log) {
    InstantSource clock() {
        return pace.clock();
    }
}
