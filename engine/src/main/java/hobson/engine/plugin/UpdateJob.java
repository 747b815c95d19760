package hobson.engine.plugin;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Something that the update centre does or has done. Changed by the one thread that does it, read by many. */
public final class UpdateJob {
    private final int id;
    private final Kind kind;
    private volatile String name;
    private final Version version;
    private final @Nullable String title;
    private final @Nullable String site;
    private final @Nullable UUID correlation;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile State state = new State(Status.PENDING, null);

    UpdateJob(int id, Kind kind, Subject subject, @Nullable UUID correlation) {
        this.id = id;
        this.kind = kind;
        this.name = subject.name();
        this.version = subject.version();
        this.title = subject.title();
        this.site = subject.site();
        this.correlation = correlation;
    }

    /** What is done. */
    public enum Kind {
        INSTALLATION,
        /** It was here and disabled. */
        ENABLE,
        /** It was here already. */
        NO_OP,
        RESTART
    }

    /** How far it is. */
    public enum Status {
        PENDING,
        RUNNING,
        SUCCESS,
        SUCCESS_BUT_REQUIRES_RESTART,
        FAILURE,
        CANCELED;

        public boolean isSuccess() {
            return this == SUCCESS || this == SUCCESS_BUT_REQUIRES_RESTART;
        }

        /** Whether nothing more comes of it. */
        public boolean isEnd() {
            return this != PENDING && this != RUNNING;
        }
    }

    /**
     * What a job is about.
     *
     * @param site where it comes from; null for a file that was uploaded
     */
    record Subject(
            String name,
            Version version,
            @Nullable String title,
            @Nullable String site) {
        /** An uploaded file, of which no site knows a version. */
        static Subject uploaded(String name) {
            return new Subject(name, new Version("0"), null, null);
        }

        static Subject of(PluginOffer offer) {
            return new Subject(offer.name(), offer.version(), offer.title(), offer.site());
        }

        static Subject of(PluginFormat.Wanted wanted) {
            return new Subject(wanted.name(), wanted.version(), null, null);
        }

        static Subject of(Plugin plugin) {
            return new Subject(
                    plugin.name(), plugin.version(), plugin.manifest().title(), null);
        }
    }

    private record State(Status status, @Nullable String error) {}

    /** From 1 on, one for each job since the server started. */
    public int id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public Version version() {
        return version;
    }

    public @Nullable String title() {
        return title;
    }

    public @Nullable String site() {
        return site;
    }

    /** Of the request that wanted it; null when nobody wants to ask for it. */
    public @Nullable UUID correlation() {
        return correlation;
    }

    public Status status() {
        return state.status();
    }

    /** One sentence; null unless it failed. */
    public @Nullable String error() {
        return state.error();
    }

    /** An uploaded file says what it is only when it is read. */
    void rename(String other) {
        name = other;
    }

    void become(Status status) {
        become(new State(status, null));
    }

    void fail(String sentence) {
        become(new State(Status.FAILURE, sentence));
    }

    private void become(State next) {
        state = next;
        if (next.status().isEnd()) {
            over.countDown();
        }
    }

    /** Waits until nothing more comes of it. */
    public void await() throws InterruptedException {
        over.await();
    }

    /** Whether it was cancelled before it began. */
    synchronized boolean cancel() {
        if (status() != Status.PENDING) {
            return false;
        }
        become(Status.CANCELED);
        return true;
    }

    /** Whether it shall be done. */
    synchronized boolean begin() {
        if (status() != Status.PENDING) {
            return false;
        }
        become(Status.RUNNING);
        return true;
    }
}
