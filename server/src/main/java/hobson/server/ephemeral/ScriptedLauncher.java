package hobson.server.ephemeral;

import hobson.engine.run.Launcher;
import hobson.engine.time.Alarm;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Lets scripted builds pause without a process, and leaves everything else to a launcher of processes. */
public final class ScriptedLauncher implements Launcher {
    private static final String PAUSE = "the-script-pauses";
    private static final int STOPPED = 143;

    private final VirtualPace pace;
    private final Launcher processes;

    public ScriptedLauncher(VirtualPace pace, Launcher processes) {
        this.pace = pace;
        this.processes = processes;
    }

    /** The command that pauses. */
    static List<String> pause(Duration time) {
        return List.of(PAUSE, time.toString());
    }

    @Override
    public RunningProcess launch(Order order) throws IOException {
        return order.command().getFirst().equals(PAUSE) ? paused(order) : new Outside(processes.launch(order));
    }

    /** Its end is on record, so that a restart of the server neither shortens nor lengthens it. */
    private RunningProcess paused(Order order) throws IOException {
        if (Files.exists(order.record())) {
            return new Pause(Long.parseLong(Files.readString(order.record())));
        }
        var time = Duration.parse(order.command().get(1));
        long due = pace.clock().millis() + time.toMillis();
        Files.writeString(order.record(), Long.toString(due));
        return new Pause(due);
    }

    @Override
    public void sweep(Map<String, String> cookies) {
        processes.sweep(cookies);
    }

    private final class Pause implements RunningProcess {
        private final long due;
        private final Alarm alarm = pace.sleep();
        private volatile boolean stopped;

        Pause(long due) {
            this.due = due;
        }

        @Override
        public OptionalInt await() throws InterruptedException {
            while (!stopped && pace.clock().millis() < due) {
                if (pace.isOver()) {
                    throw new IllegalStateException("the server ended during a pause");
                }
                alarm.await(due);
            }
            return OptionalInt.of(stopped ? STOPPED : 0);
        }

        @Override
        public void stop(Duration grace, Map<String, String> cookies) {
            stopped = true;
            alarm.ring();
        }
    }

    /** A process that no clock of ours moves: the server is at rest while it runs. */
    private final class Outside implements RunningProcess {
        private final RunningProcess process;

        Outside(RunningProcess process) {
            this.process = process;
        }

        @Override
        public OptionalInt await() throws InterruptedException {
            pace.pauses();
            try {
                return process.await();
            } finally {
                pace.goesOn();
            }
        }

        @Override
        public void stop(Duration grace, Map<String, String> cookies) {
            process.stop(grace, cookies);
        }
    }
}
