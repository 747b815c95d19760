package hobson.engine.node;

import java.util.Collection;

/** How many executors some nodes have together. */
public record ExecutorCount(int all, int busy) {
    /** Those of nodes that are offline do not count. */
    public static ExecutorCount online(Collection<Computer> computers) {
        int all = 0;
        int busy = 0;
        for (var computer : computers) {
            if (computer.isOnline()) {
                all += computer.executors().count();
                busy += computer.executors().busy();
            }
        }
        return new ExecutorCount(all, busy);
    }

    public int idle() {
        return all - busy;
    }
}
