package hobson.engine.queue;

import hobson.engine.Locks;
import hobson.engine.Refusal;
import hobson.engine.event.Change;
import hobson.engine.item.Job;
import hobson.engine.node.Computers;
import hobson.engine.node.Seat;
import hobson.engine.time.Alarm;
import hobson.engine.time.Pace;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Permission;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Triggers that wait for their turn.
 *
 * <p>What is acknowledged is in the store. The lock guards what is in memory and is never held while the store works, so triggers
 * of many callers are written together. Used by many threads.
 *
 * <p>300 lines: one lock guards all that is in memory, and two halves would have to share it.
 */
public final class Queue {
    private static final long RETRY_MILLIS = 5_000;

    private final QueueStore store;
    private final Lines lines = new Lines();
    private final Outlook outlook;
    private final Computers computers;
    private final StartRule startRule;
    private final Authorization authorization;
    private final InstantSource clock;
    private final Consumer<QueueItem> cancelled;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicLong lastId = new AtomicLong();
    private final Locks keys = new Locks();
    private final Alarm alarm;
    private volatile @Nullable QuietDown quietDown;
    private volatile boolean waitsEnd;

    /** @param reason null when none was given */
    public record QuietDown(@Nullable String reason) {}

    /** @param cancelled is told of every item that will never become a build, once the store knows */
    public Queue(
            QueueStore store,
            Blockage blockage,
            Computers computers,
            PlacementRule placement,
            Authorization authorization,
            Pace pace,
            Consumer<QueueItem> cancelled) {
        this.store = store;
        this.outlook = new Outlook(placement, blockage);
        this.computers = computers;
        this.startRule = new StartRule(placement, blockage);
        this.authorization = authorization;
        this.clock = pace.clock();
        this.alarm = pace.alarm();
        this.cancelled = cancelled;
    }

    /** Takes in what was waiting when the server ended. */
    public void load() {
        lastId.set(store.lastId());
        for (var item : store.waiting()) {
            var entry = new Entry(item);
            entry.stored.complete(null);
            lines.add(entry, Long.MIN_VALUE);
        }
    }

    /** Accepts a trigger; it is in the store when this returns. Permission and parameters are {@link Triggers}' business. */
    Submission submit(Caller caller, Trigger trigger) {
        var key = trigger.key();
        if (key == null) {
            return add(caller, trigger);
        }
        return keys.alone(key, () -> {
            var before = store.submitted(key, clock.millis());
            return before.isPresent()
                    ? new Submission(Submission.Outcome.REPEATED, before.getAsLong())
                    : add(caller, trigger);
        });
    }

    private Submission add(Caller caller, Trigger trigger) {
        long now = clock.millis();
        var item = new QueueItem(
                0, trigger.job().id(), now, now + trigger.delayMillis(), trigger.causes(), trigger.parameters());
        var likeness = Entry.Likeness.of(item);
        Entry entry;
        boolean created;
        lock.lock();
        try {
            var same = lines.like(likeness);
            created = same == null;
            if (same == null) {
                entry = new Entry(item.withId(lastId.incrementAndGet()));
                lines.add(entry, now);
            } else {
                entry = same;
                lines.replace(entry, entry.item.folded(trigger.causes(), item.due()));
            }
            if (lines.nextDue() == entry.item.due()) {
                alarm.ring(); // the scheduler sleeps until another one is due
            }
        } finally {
            lock.unlock();
        }
        return created ? store(caller, entry, trigger.key()) : fold(caller, entry, trigger.key());
    }

    private Submission store(Caller caller, Entry entry, @Nullable String key) {
        try {
            store.submit(entry.item, key, change(caller));
            entry.stored.complete(null);
        } catch (RuntimeException e) {
            drop(entry);
            entry.stored.completeExceptionally(e);
            alarm.ring(); // others of its job were held back by it
            throw e;
        }
        wakeIfIdle();
        return new Submission(Submission.Outcome.CREATED, entry.id());
    }

    private Submission fold(Caller caller, Entry entry, @Nullable String key) {
        entry.awaitStored();
        updating(caller, entry, key).await();
        wakeIfIdle();
        return new Submission(Submission.Outcome.MERGED, entry.id());
    }

    /** One after the other for each item, so that the store's last word is the newest; their commit is shared. */
    private QueueStore.Updating updating(Caller caller, Entry entry, @Nullable String key) {
        synchronized (entry) {
            var item = locked(() -> entry.item);
            return store.updating(item, key, change(caller));
        }
    }

    private void drop(Entry entry) {
        boolean _ = locked(() -> lines.remove(entry));
    }

    /**
     * Cancels an item of the job that waits.
     *
     * @throws Refusal {@code CONFLICT} when there is none, it has left already or is just becoming a build
     */
    public void cancel(Caller caller, Job job, long id) {
        authorization.require(caller, Permission.JOB_CANCEL, job);
        withdraw(caller, job, id);
    }

    /** As {@link #cancel}, for the one who asked for this very item and needs no permission to take that back. */
    public void withdraw(Caller caller, Job job, long id) {
        var entry = entry(id);
        if (entry == null || entry.item.jobId() != job.id() || !cancel(caller, entry)) {
            throw Refusal.conflict("Could not cancel run for id " + id);
        }
    }

    /** Cancels everything of one job that waits. The caller's permission is asked by the caller of this. */
    public void cancelAll(Caller caller, long jobId) {
        for (var entry : entriesOf(jobId)) {
            cancel(caller, entry);
        }
    }

    private boolean cancel(Caller caller, Entry entry) {
        if (!locked(() -> !entry.pending && lines.leave(entry))) {
            return false;
        }
        try {
            entry.awaitStored();
            store.cancel(entry.id(), change(caller));
        } catch (RuntimeException e) {
            takeBack(entry);
            throw e;
        } finally {
            change(() -> lines.left(entry));
        }
        entry.left.complete(0);
        cancelled.accept(entry.item);
        alarm.ring();
        return true;
    }

    /** It could not be cancelled: it waits on, unless it never came into the store. */
    private void takeBack(Entry entry) {
        if (!entry.stored.isCompletedExceptionally()) {
            change(() -> lines.add(entry, clock.millis()));
        }
    }

    private @Nullable Entry entry(long id) {
        return locked(() -> lines.find(id));
    }

    private List<Entry> entriesOf(long jobId) {
        return locked(() -> lines.of(jobId));
    }

    /** The item as it is now, whether it waits or has left. */
    public Optional<QueueView> view(long id) {
        var entry = locked(() -> lines.known(id));
        return entry != null
                ? Optional.of(view(entry))
                : store.left(id).map(left -> new QueueView.Left(left.item(), left.build()));
    }

    /** Null when it is not waiting; the store is not asked. */
    public @Nullable QueueView waitingView(long id) {
        var entry = entry(id);
        return entry == null ? null : view(entry);
    }

    /** The first item of the job that waits; null when there is none. */
    public @Nullable QueueView waitingOf(long jobId) {
        var entries = entriesOf(jobId);
        return entries.isEmpty() ? null : view(entries.getFirst());
    }

    /** Whether an item of the job has an executor and is not yet a build. */
    public boolean isStarting(long jobId) {
        return locked(() -> lines.isPending(jobId));
    }

    public boolean isWaiting(long jobId) {
        return locked(() -> lines.has(jobId));
    }

    /** All that wait: in their quiet period, then blocked, then buildable and pending ones, the last two newest first. */
    public List<QueueView> views() {
        var sorted = new QueueOrder();
        locked(lines::all).forEach(entry -> sorted.add(view(entry)));
        return sorted.views();
    }

    /** What waits for an executor, job by job, without a look at each item. */
    public List<Demand> demand() {
        return locked(() -> lines.demand(clock.millis())).stream()
                .map(line -> outlook.of(line, this::isWaiting))
                .toList();
    }

    private QueueView view(Entry entry) {
        return outlook.of(entry.item, clock.millis(), entry.pending, quietDown != null, this::isWaiting);
    }

    /** Nobody is told any more what becomes of an item: the server ends, and the next one goes on with it. */
    public void endWaits() {
        waitsEnd = true;
        locked(lines::all).forEach(entry -> entry.left.complete(0));
    }

    /** Whether the server ends, so that requests that wait for anything shall be answered now. */
    public boolean isEnding() {
        return waitsEnd;
    }

    /**
     * The number of the build that the item becomes, or 0 when it is cancelled or the server ends; done at once for one that has left.
     */
    public CompletableFuture<Integer> left(long id) {
        var entry = entry(id);
        return entry != null && !waitsEnd
                ? entry.left
                : CompletableFuture.completedFuture(
                        store.left(id).map(LeftItem::build).orElse(0));
    }

    /** Starts nothing any more until {@link #cancelQuietDown}. */
    public void quietDown(Caller caller, @Nullable String reason) {
        authorization.require(caller, Permission.MANAGE);
        quietDown = new QuietDown(reason);
    }

    public void cancelQuietDown(Caller caller) {
        authorization.require(caller, Permission.MANAGE);
        quietDown = null;
        alarm.ring();
    }

    public Optional<QuietDown> quietingDown() {
        return Optional.ofNullable(quietDown);
    }

    /** Something changed that may let an item start: a build ended, an executor is free. */
    public void wake() {
        alarm.ring();
    }

    /** With every executor busy nothing can start; whoever releases one looks for what may. */
    private void wakeIfIdle() {
        if (computers.hasIdle()) {
            alarm.ring();
        }
    }

    /** Rings when something may start. */
    Alarm alarm() {
        return alarm;
    }

    /** An item that may become a build now, with the executor it has. */
    record Assignment(Entry entry, Seat seat) {}

    /** An item whose job's definition must be read before it can be said whether it may start. */
    private record Unknown(QueueItem item, long turn) {}

    /** Takes items in the order in which they became ready, as many as there are idle executors. */
    List<Assignment> assign() {
        var assignments = new ArrayList<Assignment>();
        long last = 0;
        while (quietDown == null) {
            long turn = last;
            var unknown = locked(() -> assignAfter(turn, assignments));
            if (unknown == null) {
                break;
            }
            last = startRule.learn(unknown.item) ? unknown.turn - 1 : unknown.turn;
        }
        return assignments;
    }

    private @Nullable Unknown assignAfter(long turn, List<Assignment> assignments) {
        var idle = computers.idle();
        var entry = lines.readyAfter(turn, clock.millis());
        while (entry != null && !idle.isEmpty()) {
            boolean stored = entry.stored.isDone();
            if (stored && !startRule.isKnown(entry.item)) {
                return new Unknown(entry.item, entry.turn);
            }
            var computer = stored ? startRule.place(entry.item, lines, idle) : null;
            var seat = computer == null ? null : computer.take();
            if (seat != null) {
                lines.takeOut(entry);
                assignments.add(new Assignment(entry, seat));
                idle = computers.idle();
            }
            entry = lines.readyAfter(entry.turn);
        }
        return null;
    }

    /** When the next quiet period is over, milliseconds since 1970; {@link Long#MAX_VALUE} when there is none. */
    long nextDue() {
        return locked(() -> lines.nextDue());
    }

    /** The item became that build; both are in the store. */
    void left(Entry entry, int build) {
        drop(entry);
        entry.left.complete(build);
    }

    /** The item cannot become a build, ever. One that has become one stays as it is. */
    void giveUp(Entry entry) {
        if (!entry.left.isDone()) {
            store.cancel(entry.id(), change(Caller.SYSTEM));
            left(entry, 0);
            cancelled.accept(entry.item);
        }
    }

    /** The item could not become a build just now. One that has become one stays as it is. */
    void putBack(Entry entry) {
        if (entry.left.isDone()) {
            return;
        }
        change(() -> lines.putBack(entry, clock.millis() + RETRY_MILLIS));
    }

    /** Changes what the scheduler sees, and lets it look again. */
    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
        alarm.ring();
    }

    private <T extends @Nullable Object> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private Change change(Caller caller) {
        return new Change(clock.instant(), caller.name());
    }
}
