package hobson.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Work that an interrupt of the thread that asks for it does not reach: one would close the files that the work writes to, which are
 * others' as well.
 */
public final class Uninterrupted {
    private Uninterrupted() {}

    /** Done when this returns; throws what the work throws. An interrupt meanwhile is kept for the caller. */
    public static void run(Runnable work) {
        try {
            CompletableFuture.runAsync(work, Thread::startVirtualThread).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
