package hobson.jenkinscli;

import java.io.InputStream;
import java.io.PrintStream;

/** The three streams of this process, or of a test. */
record Terminal(InputStream in, PrintStream out, PrintStream err) {}
