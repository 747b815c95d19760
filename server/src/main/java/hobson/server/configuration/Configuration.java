package hobson.server.configuration;

import hobson.engine.settings.Settings;
import hobson.engine.user.Authorization;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration file says, the rest being as without one.
 *
 * @param accounts exist after the start, with these passwords
 * @param store JDBC address of the database; null for the one in the home
 * @param sshPort where commands are taken by SSH: 0 for any port, -1 for none
 * @param sources where plugins come from
 * @param variables of the environment that the file names: they may be secrets
 */
public record Configuration(
        Settings settings,
        Authorization authorization,
        List<Account> accounts,
        @Nullable String store,
        int sshPort,
        PluginSources sources,
        Set<String> variables) {
    /** Whoever has logged in may do everything, nobody else anything. */
    public static final Configuration DEFAULT = new Configuration(
            Settings.DEFAULT, new Authorization.LoggedIn(false), List.of(), null, -1, PluginSources.NONE, Set.of());

    public Configuration {
        accounts = List.copyOf(accounts);
        variables = Set.copyOf(variables);
    }

    /** The same with everybody allowed everything. Crumbs stay: they are about pages in a browser, not about who may what. */
    public Configuration open() {
        return new Configuration(settings, new Authorization.Unsecured(), accounts, store, sshPort, sources, variables);
    }
}
