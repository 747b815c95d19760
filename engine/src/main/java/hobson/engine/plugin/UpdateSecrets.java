package hobson.engine.plugin;

import hobson.engine.secret.Vault;
import java.nio.file.Path;

/** What is secret of the update sites' settings: the password of the proxy. */
public final class UpdateSecrets {
    private UpdateSecrets() {}

    /**
     * Encrypts anew what is in the folder of {@link UpdateSites}, while no server runs on it.
     *
     * @return how many secrets there were
     */
    public static int reseal(Path folder, Vault vault) {
        var files = new UpdateFiles(folder);
        var settings = files.settings();
        var proxy = settings.proxy();
        var password = proxy == null ? null : proxy.password();
        if (proxy == null || password == null) {
            return 0;
        }
        var again = vault.protect(vault.revealBytes(password));
        files.keep(
                settings.withProxy(new UpdateProxy(proxy.host(), proxy.port(), proxy.user(), again, proxy.direct())));
        return 1;
    }
}
