package hobson.engine.queue;

/**
 * How many items of one job want an executor.
 *
 * @param first one of them, or one in its quiet period
 * @param ready those that may start as soon as an executor is free
 * @param pending those that have just got one
 */
public record Demand(QueueItem first, int ready, int pending) {
    Demand withoutReady() {
        return new Demand(first, 0, pending);
    }

    public int count() {
        return ready + pending;
    }
}
