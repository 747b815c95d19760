package hobson.exec;

import static java.lang.System.Logger.Level.WARNING;

import hobson.exec.ProcessTable.Entry;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Ends one command and all it started (queue-and-scheduling.md §21): whatever descends from its supervisor or from a process once
 * seen to do so, whatever is in its session, whatever carries its cookies. The supervisor itself comes last, so that it can note
 * how the command ended. Used by one thread, once; its interruption shortens nothing and is kept.
 */
final class Termination {
    private static final System.Logger LOG = System.getLogger(Termination.class.getName());
    private static final long LONGEST_PAUSE = Duration.ofMillis(50).toNanos();
    private static final Duration TIME_TO_REPORT = Duration.ofMillis(500);
    private static final Duration TIME_TO_DIE = Duration.ofSeconds(30);
    private static final int ROUNDS_ONE_BY_ONE = 5;

    private final int supervisor;
    private final CompletableFuture<OptionalInt> end;
    private final Cookies cookies;
    private final IntConsumer killGroup;
    private final Set<Entry> seen = new HashSet<>();
    private boolean interrupted;
    private long pause;

    /** @param killGroup kills a supervisor, and its process group at the same stroke where that is possible */
    Termination(int supervisor, CompletableFuture<OptionalInt> end, Cookies cookies, IntConsumer killGroup) {
        this.supervisor = supervisor;
        this.end = end;
        this.cookies = cookies;
        this.killGroup = killGroup;
    }

    void perform(Duration grace) {
        interrupted = Thread.interrupted();
        try {
            left().forEach(process -> process.end(false));
            if (!goneWithin(grace)) kill();
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    /** What must go, children before their parents, without the supervisor. */
    private List<Entry> left() {
        var all = ProcessTable.read().others();
        var left = ProcessTable.trees(all, this::isRoot).stream()
                .filter(process -> process.pid() != supervisor)
                .toList();
        seen.addAll(left);
        return left;
    }

    private boolean isRoot(Entry process) {
        return process.pid() == supervisor
                || process.session() == supervisor
                || seen.contains(process)
                || cookies.mark(process);
    }

    private boolean goneWithin(Duration time) {
        var start = System.nanoTime();
        awaitEnd(time);
        pause = Duration.ofMillis(1).toNanos();
        while (!end.isDone() || !left().isEmpty()) {
            if (System.nanoTime() - start >= time.toNanos()) return false;
            rest();
        }
        return true;
    }

    private void kill() {
        var start = System.nanoTime();
        pause = Duration.ofMillis(1).toNanos();
        for (int round = 0; System.nanoTime() - start < TIME_TO_DIE.toNanos(); round++) {
            var left = left();
            if (left.isEmpty() && end.isDone()) return;
            left.reversed().forEach(process -> process.end(true)); // a parent must not go on when its child is gone
            if (round == 0) awaitEnd(TIME_TO_REPORT);
            else if (left.isEmpty() || round > ROUNDS_ONE_BY_ONE) killAtOneStroke(left);
            rest();
        }
        LOG.log(WARNING, "Processes {0} cannot be killed; look at what they wait for.", left());
    }

    /** For what multiplies faster than it is killed one by one, and for a supervisor that waits for nothing. */
    private void killAtOneStroke(List<Entry> left) {
        var idInUse = !end.isDone() || left.stream().anyMatch(process -> process.session() == supervisor);
        if (idInUse) killGroup.accept(supervisor);
    }

    private void rest() {
        LockSupport.parkNanos(pause);
        interrupted |= Thread.interrupted();
        pause = Math.min(2 * pause, LONGEST_PAUSE);
    }

    private void awaitEnd(Duration time) {
        var deadline = System.nanoTime() + time.toNanos();
        while (!end.isDone() && System.nanoTime() < deadline) {
            try {
                end.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException _) {
                interrupted = true;
            } catch (TimeoutException | ExecutionException _) { // seen by the caller
            }
        }
    }
}
