package hobson.engine.user;

import java.time.Instant;

/**
 * How often a token has opened its account, and when it last did.
 *
 * @param last to the millisecond
 */
public record TokenUse(long count, Instant last) {
    TokenUse again(Instant now) {
        return new TokenUse(count + 1, now);
    }
}
