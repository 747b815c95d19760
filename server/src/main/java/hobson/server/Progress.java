package hobson.server;

import java.io.PrintStream;
import java.time.Duration;

/** Says how far something is: in one line that changes on a terminal, now and then in a file. For one thread. */
final class Progress {
    private static final int WIDTH = 78;
    private static final long ON_TERMINAL = Duration.ofMillis(100).toNanos();
    private static final long IN_FILE = Duration.ofSeconds(10).toNanos();

    private final PrintStream out;
    private final boolean terminal;
    private long last = System.nanoTime();
    private boolean open;

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void at(String place) {
        long now = System.nanoTime();
        if (now - last < (terminal ? ON_TERMINAL : IN_FILE)) {
            return;
        }
        last = now;
        var text = place.replaceAll("\\p{Cntrl}", "?");
        var line = text.substring(0, Math.min(WIDTH, text.length()));
        if (terminal) {
            out.print("\r" + line + " ".repeat(WIDTH - line.length()));
            out.flush();
            open = true;
        } else {
            out.println(line);
        }
    }

    void end() {
        if (open) {
            out.print("\r" + " ".repeat(WIDTH) + "\r");
        }
    }
}
