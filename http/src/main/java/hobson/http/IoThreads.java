package hobson.http;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.TryExecutor;

/**
 * The threads that accept, read and write. A virtual thread that has sent its answer looks for the next request of its connection
 * itself: most callers have sent it by then, and waking another thread for that would cost more than the look. It never waits
 * there, and what it finds gets a virtual thread of its own.
 */
record IoThreads(QueuedThreadPool pool) implements TryExecutor {
    @Override
    public void execute(Runnable task) {
        if (task instanceof Connection && Thread.currentThread().isVirtual()) {
            task.run();
        } else {
            pool.execute(task);
        }
    }

    @Override
    public boolean tryExecute(Runnable task) {
        return pool.tryExecute(task);
    }
}
