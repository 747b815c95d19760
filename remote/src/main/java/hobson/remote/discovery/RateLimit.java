package hobson.remote.discovery;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often anybody, and everybody together, is answered (discovery.md §5.4). Remembers a bounded number of addresses; whoever asks
 * from more of them meets the common limit. Used by one thread.
 */
final class RateLimit {
    static final int PER_ADDRESS = 5;
    static final int IN_TOTAL = 50;
    static final int ADDRESSES = 1_000;

    private final InstantSource clock;
    private final TokenBucket total;
    private final Map<InetAddress, TokenBucket> byAddress = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, TokenBucket> leastRecent) {
            return size() > ADDRESSES;
        }
    };

    RateLimit(InstantSource clock) {
        this.clock = clock;
        this.total = new TokenBucket(IN_TOTAL, clock.instant());
    }

    /** Whether this address may be answered now, which then counts. */
    boolean admits(InetAddress address) {
        var now = clock.instant();
        var own = byAddress.computeIfAbsent(address, _ -> new TokenBucket(PER_ADDRESS, now));
        if (!own.hasToken(now) || !total.hasToken(now)) {
            return false;
        }
        own.take();
        total.take();
        return true;
    }
}
