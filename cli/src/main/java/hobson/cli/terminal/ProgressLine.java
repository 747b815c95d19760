package hobson.cli.terminal;

import java.time.Duration;
import java.util.Optional;

/**
 * The last line of a terminal that shows how far something is; whatever is printed above it goes through {@link #above}. Draws
 * nothing where standard error is no terminal. For one thread.
 */
public final class ProgressLine implements AutoCloseable {
    private static final String CLEAR = "\r\u001b[K";
    private static final int BAR = 24;
    private static final double NEARLY = 0.99;

    private final Terminal terminal;
    private String shown = "";

    public ProgressLine(Terminal terminal) {
        this.terminal = terminal;
    }

    /** How far it is: a bar where it is known how long such a thing takes, else the time alone. */
    public void show(String what, Duration elapsed, Optional<Duration> expected) {
        if (terminal.showsProgress()) {
            draw(Values.text(what) + "  " + text(elapsed, expected));
        }
    }

    static String text(Duration elapsed, Optional<Duration> expected) {
        var time = elapsed.toSeconds() < 1 ? "0 s" : Values.duration(elapsed);
        return expected.filter(Duration::isPositive)
                .map(length -> bar(elapsed, length) + time + " of about " + Values.duration(length))
                .orElse(time);
    }

    private static String bar(Duration elapsed, Duration expected) {
        double part = Math.min(NEARLY, (double) elapsed.toMillis() / expected.toMillis());
        int full = (int) (part * BAR);
        return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "] " + Math.round(part * 100) + " %  ";
    }

    private void draw(String line) {
        var fitting =
                line.length() < terminal.columns() ? line : line.substring(0, Math.max(0, terminal.columns() - 1));
        if (!fitting.equals(shown)) {
            terminal.err().print(CLEAR + terminal.styledAside(Style.CYAN, fitting));
            terminal.err().flush();
            shown = fitting;
        }
    }

    /** Prints to standard output with the line out of the way. */
    public void above(Runnable print) {
        clear();
        print.run();
        terminal.out().flush();
    }

    private void clear() {
        if (!shown.isEmpty()) {
            terminal.err().print(CLEAR);
            terminal.err().flush();
            shown = "";
        }
    }

    @Override
    public void close() {
        clear();
    }
}
