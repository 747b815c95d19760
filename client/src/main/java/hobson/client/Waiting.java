package hobson.client;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asks until there is an answer. */
final class Waiting {
    private Waiting() {}

    /** In this thread. */
    static <T> T await(Supplier<Optional<T>> question, Pace pace) {
        while (true) {
            var answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            pace.pause();
        }
    }

    /** Needs a thread of the executor only while it asks. Stops when the future is cancelled or completed by somebody else. */
    static <T> CompletableFuture<T> async(Supplier<Optional<T>> question, Pace pace, Executor executor) {
        var future = new CompletableFuture<T>();
        executor.execute(() -> ask(question, pace, executor, future));
        return future;
    }

    /** What comes after something else. Cancelled, it stops whichever of both it waits for. */
    @SuppressWarnings("FutureReturnValueIgnored") // whatever becomes of them becomes of the one that is returned
    static <T, U> CompletableFuture<U> then(CompletableFuture<T> first, Function<T, CompletableFuture<U>> next) {
        var both = new CompletableFuture<U>();
        both.whenComplete((done, failure) -> first.cancel(false));
        first.thenCompose(value -> {
                    var second = next.apply(value);
                    both.whenComplete((done, failure) -> second.cancel(false));
                    return second;
                })
                .whenComplete((value, failure) -> {
                    if (failure == null) {
                        both.complete(value);
                    } else {
                        both.completeExceptionally(failure);
                    }
                });
        return both;
    }

    private static <T> void ask(
            Supplier<Optional<T>> question, Pace pace, Executor executor, CompletableFuture<T> future) {
        if (future.isDone()) {
            return;
        }
        try {
            var answer = question.get();
            if (answer.isPresent()) {
                future.complete(answer.get());
                return;
            }
            CompletableFuture.delayedExecutor(pace.step().toNanos(), TimeUnit.NANOSECONDS, executor)
                    .execute(() -> ask(question, pace, executor, future));
        } catch (RuntimeException | Error e) {
            future.completeExceptionally(e);
        }
    }
}
