package hobson.bench;

import java.time.Duration;

/**
 * How long and how often things are measured.
 *
 * @param rounds of server and limit in turn; the median counts
 * @param window of one round
 * @param warmup before the first round: the compilers of the virtual machine need that long; connections may idle for 30 s
 * @param log bytes of the large console
 */
record Scale(int rounds, Duration window, Duration warmup, int builds, long log) {
    static final Scale FULL = new Scale(5, Duration.ofSeconds(3), Duration.ofSeconds(15), 1_000, 1L << 30);
    static final Scale QUICK = new Scale(3, Duration.ofSeconds(1), Duration.ofSeconds(6), 200, 1L << 28);
}
