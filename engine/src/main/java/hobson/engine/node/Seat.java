package hobson.engine.node;

import hobson.engine.build.BuildId;

/** An executor that somebody has taken. Used by the thread of the build. */
public final class Seat {
    private final Computer computer;
    private final int executor;

    Seat(Computer computer, int executor) {
        this.computer = computer;
        this.executor = executor;
    }

    public Computer computer() {
        return computer;
    }

    /** Its number on its node; -1 for a build that goes on without one, because its node has fewer executors than before. */
    public int executor() {
        return executor;
    }

    /** Says which build it was taken for. */
    public void run(BuildId build) {
        computer.executors().run(executor, build);
    }

    /** Gives it back; to be called once. */
    public void release() {
        if (executor >= 0) {
            computer.executors().release(executor);
        }
    }
}
