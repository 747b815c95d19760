package hobson.remote.security;

import hobson.engine.settings.Settings;
import hobson.engine.user.Authorization;
import java.time.InstantSource;
import javax.crypto.SecretKey;

/**
 * What the administrator decided, and the key that signs for it.
 *
 * @param serverKey keys for crumbs and cookies are derived from it
 */
public record Rules(Authorization authorization, Settings settings, SecretKey serverKey, InstantSource clock) {

    boolean crumbs() {
        return settings.crumbs();
    }

    boolean remembersLogins() {
        return settings.remembersLogins();
    }

    boolean signupAllowed() {
        return settings.signupAllowed();
    }
}
