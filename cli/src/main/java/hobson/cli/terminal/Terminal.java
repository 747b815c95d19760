package hobson.cli.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Where a command prints and asks. What it was asked for goes to standard output, what is said about it to standard error. */
public final class Terminal {
    private static final int IN = 0;
    private static final int OUT = 1;
    private static final int ERR = 2;

    private final Console console;
    private final boolean colours;
    private final boolean json;

    /**
     * @param colours whether they are wanted where there is a terminal
     * @param json whether answers are wanted as JSON
     */
    public Terminal(Console console, boolean colours, boolean json) {
        this.console = console;
        this.colours = colours;
        this.json = json;
    }

    public boolean json() {
        return json;
    }

    public int columns() {
        return console.columns();
    }

    /** Whether somebody reads standard output as it comes. */
    public boolean isWatched() {
        return console.isTerminal(OUT);
    }

    /** Whether progress can be drawn, which goes to standard error. */
    public boolean showsProgress() {
        return console.isTerminal(ERR) && !json;
    }

    /** Whether there is somebody who can be asked. */
    public boolean canAsk() {
        return console.isTerminal(IN) && console.isTerminal(ERR);
    }

    public PrintStream out() {
        return console.out();
    }

    public PrintStream err() {
        return console.err();
    }

    public InputStream in() {
        return console.in();
    }

    public void print(String line) {
        console.out().println(line);
    }

    /** Says something about the work: not part of the answer. */
    public void say(String line) {
        console.err().println(line);
    }

    /** The text as it looks on standard output. */
    public String styled(Style style, String text) {
        return colours && console.isTerminal(OUT) ? style.around(text) : text;
    }

    /** The text as it looks on standard error. */
    public String styledAside(Style style, String text) {
        return colours && console.isTerminal(ERR) ? style.around(text) : text;
    }

    /** Asks on standard error; yes is a y or yes. */
    public boolean confirm(String question) {
        var answer = ask(question + " [y/N] ").strip().toLowerCase(Locale.ROOT);
        return answer.equals("y") || answer.equals("yes");
    }

    /** Asks for a line; an empty one when there is nobody. */
    public String ask(String question) {
        console.err().print(question);
        console.err().flush();
        try {
            // not closed: standard input is not ours, and is asked once
            var line = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException("Standard input cannot be read.", e);
        }
    }

    /** Asks for a secret, which is not shown where it is typed; an empty one when there is nobody. */
    public String askSecretly(String question) {
        var system = console.isTerminal(IN) ? System.console() : null;
        if (system == null) {
            return ask(question);
        }
        var secret = system.readPassword("%s", question);
        return secret == null ? "" : new String(secret);
    }
}
