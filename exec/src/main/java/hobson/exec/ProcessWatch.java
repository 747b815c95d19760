package hobson.exec;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import hobson.exec.Libc.Function;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Tells at once when a process has ended. One thread sleeps until the system reports one of the processes that it was given; a
 * process that runs costs a file number, no thread and no wake-up.
 */
final class ProcessWatch implements AutoCloseable {
    private static final int ADD = 1;
    private static final int REMOVE = 2;
    private static final int READABLE = 1;
    private static final int BATCH = 64;
    /** {@code struct epoll_event} has no padding on x86-64, and on no other processor. */
    private static final int EVENT = System.getProperty("os.arch").equals("amd64") ? 12 : 16;

    private final Libc libc;
    private final int epoll;
    /** By file number; only the watching thread closes a file that is in here, so that a number means one process. */
    private final ConcurrentMap<Integer, CompletableFuture<Void>> ends = new ConcurrentHashMap<>();

    private ProcessWatch(Libc libc, int epoll) {
        this.libc = libc;
        this.epoll = epoll;
    }

    static ProcessWatch start(Libc libc) throws IOException {
        try (var calls = new Calls(libc)) {
            var epoll = calls.call(Function.EPOLL_CREATE, Calls.CLOSE_ON_EXEC);
            if (epoll < 0) throw new IOException("No process can be watched: error " + calls.error() + ".");
            var watch = new ProcessWatch(libc, epoll);
            Thread.ofPlatform().daemon().name("process-watch").start(watch::work);
            return watch;
        }
    }

    /**
     * Completed when the process has ended, at once if it has ended already. What depends on it is done by the watching thread, so
     * it must be short. With too many files open the JVM's own way is taken, which costs a thread or asks now and then.
     */
    CompletableFuture<?> end(int pid) {
        try (var calls = new Calls(libc)) {
            var file = calls.openProcess(pid);
            if (file >= 0) {
                var end = new CompletableFuture<Void>();
                ends.put(file, end);
                if (add(calls, file, file)) return end;
                ends.remove(file);
                calls.close(file);
            }
        }
        return ProcessHandle.of(pid)
                .map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private boolean add(Calls calls, int file, long name) {
        var event = calls.allocate(EVENT);
        event.set(JAVA_INT, 0, READABLE);
        event.set(JAVA_LONG_UNALIGNED, EVENT - 8L, name);
        return calls.call(Function.EPOLL_CTL, epoll, ADD, file, event.address()) == 0;
    }

    private void work() {
        try (var calls = new Calls(libc)) {
            var events = calls.allocate(BATCH * (long) EVENT);
            for (var open = true; open; ) {
                var count = calls.call(Function.EPOLL_WAIT, epoll, events.address(), BATCH, -1);
                for (int i = 0; i < count; i++) {
                    var name = events.get(JAVA_LONG_UNALIGNED, i * (long) EVENT + EVENT - 8);
                    open &= name >= 0; // no process, but the bell of close()
                    complete(calls, (int) (name >= 0 ? name : ~name));
                }
            }
            ends.keySet().forEach(calls::close);
            calls.close(epoll);
        }
    }

    private void complete(Calls calls, int file) {
        var end = ends.remove(file);
        // closing does not remove it: a process that is being started in this moment may have a copy
        calls.call(Function.EPOLL_CTL, epoll, REMOVE, file, 0);
        calls.close(file); // from now on the number can be given to another
        if (end != null) end.complete(null);
    }

    /** Ends the thread. What has not been completed never will be. */
    @Override
    public void close() {
        try (var calls = new Calls(libc)) {
            var bell = calls.call(Function.EVENTFD, 1, Calls.CLOSE_ON_EXEC);
            add(calls, bell, ~bell);
        }
    }
}
