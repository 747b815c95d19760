package hobson.remote.discovery;

import java.time.Duration;
import java.time.Instant;

/** So many a second, and as many at once. Used by one thread. */
final class TokenBucket {
    private static final double NANOS = 1e9;

    private final double perSecond;
    private double tokens;
    private Instant filled;

    TokenBucket(int perSecond, Instant now) {
        this.perSecond = perSecond;
        this.tokens = perSecond;
        this.filled = now;
    }

    boolean hasToken(Instant now) {
        var passed = Duration.between(filled, now);
        if (passed.isPositive()) {
            tokens = Math.min(perSecond, tokens + perSecond * passed.toNanos() / NANOS);
            filled = now;
        }
        return tokens >= 1;
    }

    void take() {
        tokens--;
    }
}
