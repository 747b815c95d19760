package hobson.engine.user;

import org.jspecify.annotations.Nullable;

/**
 * Who asks, and how that was proved.
 *
 * @param userId null for the anonymous caller
 */
public record Caller(@Nullable String userId, Proof proof) {
    public static final Caller ANONYMOUS = new Caller(null, Proof.NONE);

    /** The server itself; may do everything. */
    public static final Caller SYSTEM = new Caller("SYSTEM", Proof.SYSTEM);

    /** How a caller was recognised. */
    public enum Proof {
        NONE,
        PASSWORD,
        API_TOKEN,
        SESSION,
        SSH_KEY,
        SYSTEM
    }

    public boolean anonymous() {
        return userId == null;
    }

    /** The user's id, or {@code anonymous}. */
    public String name() {
        return userId == null ? "anonymous" : userId;
    }
}
