package hobson.exec;

import static java.lang.System.Logger.Level.WARNING;

import hobson.exec.ProcessTable.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills what builds left behind. One pass over the processes serves all builds that ended since the last, and passes keep a distance
 * of many times their length: however many builds end, this takes one percent of one processor. Nothing runs while there is
 * nothing to sweep.
 */
final class Sweeper {
    private static final System.Logger LOG = System.getLogger(Sweeper.class.getName());
    private static final long SHORTEST_PAUSE = Duration.ofMillis(100).toNanos();
    private static final int PAUSES_PER_PASS = 100;
    private static final Duration TIME_TO_DIE = Duration.ofSeconds(10);

    private final Duration grace;
    private final Queue<Sweep> asked = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean working = new AtomicBoolean();

    /** @param grace between TERM and KILL */
    Sweeper(Duration grace) {
        this.grace = grace;
    }

    /** What one build may have left: since when each of its processes has been asked to end. */
    private static final class Sweep {
        private final Cookies cookies;
        private final Map<Entry, Long> asked = new HashMap<>();

        Sweep(Cookies cookies) {
            this.cookies = cookies;
        }
    }

    void sweep(Cookies cookies) {
        if (cookies.variables().isEmpty())
            throw new IllegalArgumentException("without a cookie every process would match");
        asked.add(new Sweep(cookies));
        startWork();
    }

    private void startWork() {
        if (working.compareAndSet(false, true)) Thread.ofVirtual().name("sweep").start(this::work);
    }

    private void work() {
        List<Sweep> open = new ArrayList<>();
        try {
            do {
                var start = System.nanoTime();
                for (var next = asked.poll(); next != null; next = asked.poll()) open.add(next);
                pass(open);
                LockSupport.parkNanos(Math.max(SHORTEST_PAUSE, PAUSES_PER_PASS * (System.nanoTime() - start)));
            } while (!open.isEmpty() || !asked.isEmpty());
        } finally {
            working.set(false);
        }
        if (!asked.isEmpty()) startWork(); // asked after the last look
    }

    /** Leaves open what still has processes: a sweep is over with the first pass that finds none. */
    private void pass(List<Sweep> open) {
        var found = new IdentityHashMap<Sweep, List<Entry>>();
        for (var process : ProcessTable.read().others()) {
            var environment = ProcessTable.environment(process);
            for (var sweep : open) {
                if (sweep.cookies.mark(environment))
                    found.computeIfAbsent(sweep, _ -> new ArrayList<>()).add(process);
            }
        }
        open.removeIf(sweep -> end(sweep, found.getOrDefault(sweep, List.of())));
    }

    private boolean end(Sweep sweep, Collection<Entry> processes) {
        var now = System.nanoTime();
        var hopeless = !processes.isEmpty();
        for (var process : processes) {
            var since = sweep.asked.putIfAbsent(process, now);
            if (since == null) process.end(false);
            else if (now - since > grace.toNanos()) process.end(true);
            hopeless &= since != null && now - since > grace.plus(TIME_TO_DIE).toNanos();
        }
        if (hopeless) LOG.log(WARNING, "Processes {0} cannot be killed; look at what they wait for.", processes);
        return processes.isEmpty() || hopeless;
    }
}
