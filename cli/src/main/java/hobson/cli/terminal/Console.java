package hobson.cli.terminal;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Set;

/**
 * The three streams of the program, and which of them are a terminal.
 *
 * @param terminals the numbers of the streams that are: 0, 1, 2
 * @param columns how wide the terminal is
 */
public record Console(InputStream in, PrintStream out, PrintStream err, Set<Integer> terminals, int columns) {
    /** What is assumed where the terminal does not say. */
    public static final int USUAL_COLUMNS = 80;

    /** Nowhere a terminal: what a script sees. */
    public static Console piped(InputStream in, PrintStream out, PrintStream err) {
        return new Console(in, out, err, Set.of(), USUAL_COLUMNS);
    }

    boolean isTerminal(int stream) {
        return terminals.contains(stream);
    }
}
