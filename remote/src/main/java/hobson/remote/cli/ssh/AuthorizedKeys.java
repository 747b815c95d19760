package hobson.remote.cli.ssh;

import hobson.engine.user.Users;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.server.auth.pubkey.PublickeyAuthenticator;
import org.apache.sshd.server.session.ServerSession;
import org.jspecify.annotations.Nullable;

/** Knows users by the public keys of their accounts; a line that cannot be read is nobody's key. */
final class AuthorizedKeys implements PublickeyAuthenticator {
    private final Users users;

    AuthorizedKeys(Users users) {
        this.users = users;
    }

    @Override
    public boolean authenticate(String name, PublicKey key, ServerSession session) {
        return users.find(name).map(user -> isAmong(user.authorizedKeys(), key)).orElse(false);
    }

    private static boolean isAmong(@Nullable String lines, PublicKey key) {
        return lines != null && lines.lines().anyMatch(line -> is(line.strip(), key));
    }

    private static boolean is(String line, PublicKey key) {
        if (line.isEmpty() || line.startsWith("#")) {
            return false;
        }
        try {
            var entry = AuthorizedKeyEntry.parseAuthorizedKeyEntry(line);
            return entry != null && KeyUtils.compareKeys(entry.resolvePublicKey(null, null), key);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }
}
