package hobson.engine.run;

import java.io.IOException;

/** The console of a running build. Lines of the server and the output of processes arrive in the same file, each appended whole. */
public interface BuildLog {
    /** Appends the line and a line feed. */
    void line(String text) throws IOException;
}
