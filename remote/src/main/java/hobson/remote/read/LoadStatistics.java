package hobson.remote.read;

/** How busy a set of executors is and was. Used by many threads. */
final class LoadStatistics {
    private final Scope scope;
    final LoadSeries available = new LoadSeries();
    final LoadSeries busy = new LoadSeries();
    final LoadSeries connecting = new LoadSeries();
    final LoadSeries defined = new LoadSeries();
    final LoadSeries idle = new LoadSeries();
    final LoadSeries online = new LoadSeries();
    final LoadSeries queueLength = new LoadSeries();
    final LoadSeries total = new LoadSeries();
    final LoadSeries totalQueueLength = new LoadSeries();

    LoadStatistics(Scope scope) {
        this.scope = scope;
    }

    /** Whose executors. */
    enum Scope {
        /** All. */
        SERVER,
        /** Those that take jobs without a label. */
        UNLABELED,
        /** Those of the nodes with one label. */
        LABEL
    }

    /**
     * The state at one moment.
     *
     * @param defined executors, whether their nodes are online or not
     * @param online executors
     * @param queued items that wait for one of these executors
     * @param allQueued items that wait for any executor
     */
    record Counts(int defined, int online, int busy, int queued, int allQueued) {}

    Scope scope() {
        return scope;
    }

    void add(Counts counts) {
        int free = counts.online() - counts.busy();
        available.add(free);
        busy.add(counts.busy());
        connecting.add(0);
        defined.add(counts.defined());
        idle.add(free);
        online.add(counts.online());
        queueLength.add(counts.queued());
        total.add(counts.online());
        totalQueueLength.add(counts.allQueued());
    }
}
