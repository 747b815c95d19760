package hobson.export;

import java.util.function.LongSupplier;

/** What answers may cost, each for itself and all together. Thread-safe. */
record Means(Budget budget, LongSupplier nanoTime, Turns turns, AnswerMemory memory) {

    /** Half of the processors make expensive answers. */
    static Means ofThisServer(Budget budget, LongSupplier nanoTime) {
        int turns = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        return new Means(budget, nanoTime, new Turns(turns), AnswerMemory.ofThisServer());
    }
}
