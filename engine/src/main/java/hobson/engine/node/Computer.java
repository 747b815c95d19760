package hobson.engine.node;

import hobson.engine.Bell;
import hobson.engine.build.BuildId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A node as it is at this moment: connected or not, in service or not, busy or not. Used by many threads. */
public final class Computer {
    private final ExecutorSlots executors;
    private final LaunchLog log = new LaunchLog();
    private final Bell bell = new Bell();
    private volatile Configured configured;
    private volatile Connection connection;
    private volatile boolean gone;

    private record Configured(Node node, Set<String> labels) {}

    /** @param failure why it is not connected, if somebody tried */
    private record Connection(boolean there, @Nullable OfflineCause failure) {}

    Computer(Node node) {
        this.configured = new Configured(node, node.labelSet());
        this.connection = new Connection(node.isBuiltIn(), null);
        this.executors = new ExecutorSlots(node.executors());
    }

    /** It is configured otherwise from now on. */
    void become(Node node) {
        configured = new Configured(node, node.labelSet());
        executors.resize(node.executors());
        bell.ring();
    }

    /** There is no such node any more. */
    void leave() {
        gone = true;
        bell.ring();
    }

    /** Builds can be sent there from now on. */
    public void connected() {
        connection = new Connection(true, null);
        bell.ring();
    }

    /** It is gone, or did not come; for a reason, or without anybody having tried. */
    public void disconnected(@Nullable OfflineCause cause) {
        connection = new Connection(false, cause);
        bell.ring();
    }

    public Node node() {
        return configured.node;
    }

    /** Empty for the built-in node. */
    public String name() {
        return configured.node.name();
    }

    /** Configured labels in their order, then the node's own. */
    public Set<String> labels() {
        return configured.labels;
    }

    public ExecutorSlots executors() {
        return executors;
    }

    /** What was said while the agent was being started. */
    public LaunchLog log() {
        return log;
    }

    public boolean isConnected() {
        return connection.there;
    }

    /** Whether it takes builds. */
    public boolean isOnline() {
        return isConnected() && node().mark() == null;
    }

    /**
     * Waits without limit until it is online, or until it is not.
     *
     * @return false when it was deleted before it came to that
     */
    public boolean await(boolean online) throws InterruptedException {
        bell.await(() -> gone || isOnline() == online);
        return isOnline() == online;
    }

    /** Null when it is online, and for an agent of which nobody has heard yet. */
    public @Nullable OfflineCause offlineCause() {
        var mark = node().mark();
        return mark == null ? connection.failure : mark;
    }

    /** Executors that could take a build now. */
    public int idleExecutors() {
        return isOnline() ? executors.count() - executors.busy() : 0;
    }

    public boolean isIdle() {
        return executors.busy() == 0;
    }

    /** Takes an executor; null when none is idle any more. */
    public @Nullable Seat take() {
        int executor = executors.take();
        return executor < 0 ? null : new Seat(this, executor);
    }

    /** Gives a build that goes on after a restart its executor back. */
    public Seat takeFor(int preferred, BuildId build) {
        return new Seat(this, executors.takeFor(preferred, build));
    }
}
