package hobson.remote.cli;

import hobson.engine.Refusal;
import hobson.engine.user.Caller;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The client's end of one call: who sits there, and the three streams. Used by the thread that runs the command. */
public final class Terminal {
    private static final int BUFFER = 16 * 1024;
    private static final int LARGEST_DOCUMENT = 16 * 1024 * 1024;

    private final CommandCall call;
    private final PrintStream out;
    private final PrintStream err;

    Terminal(CommandCall call) {
        this.call = call;
        out = print(call.output(), call.charset());
        err = print(call.error(), call.charset());
    }

    private static PrintStream print(OutputStream stream, Charset charset) {
        return new PrintStream(new BufferedOutputStream(stream, BUFFER), true, charset);
    }

    public Caller caller() {
        return call.caller();
    }

    /** Without the command's name. */
    List<String> arguments() {
        return call.words().subList(1, call.words().size());
    }

    /** Not bounded: who reads it says how much of it may come. */
    public InputStream in() {
        return call.input();
    }

    /**
     * All that standard input has, for commands that take a document.
     *
     * @throws Refusal {@code TOO_LARGE}
     */
    public byte[] document() throws IOException {
        var bytes = call.input().readNBytes(LARGEST_DOCUMENT + 1);
        if (bytes.length > LARGEST_DOCUMENT) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, "standard input has more than " + LARGEST_DOCUMENT + " bytes");
        }
        return bytes;
    }

    /** The same as text in the client's charset. */
    public String text() throws IOException {
        return new String(document(), call.charset());
    }

    /** Results. A line is sent when it is complete; what is to be seen before wants {@link #flush}. */
    public PrintStream out() {
        return out;
    }

    /** The way to standard output for what is text in UTF-8 already, as consoles of builds are. */
    public OutputStream log() {
        return call.charset().equals(StandardCharsets.UTF_8) ? out : new Recoded(out);
    }

    /** Diagnostics. */
    public PrintStream err() {
        return err;
    }

    public Charset charset() {
        return call.charset();
    }

    /** Where the server is for the caller, with a slash at the end. */
    public String rootUrl() {
        return call.rootUrl();
    }

    public void flush() {
        out.flush();
        err.flush();
    }

    /** A line of standard error for a person, after an empty one ({@code cli.md §6}). */
    void error(String sentence) {
        err.println();
        err.println("ERROR: " + sentence);
    }
}
