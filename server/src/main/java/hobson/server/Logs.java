package hobson.server;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One line for each thing worth saying, on the console: where a supervisor keeps it. */
final class Logs {
    private static final String FORMAT = "java.util.logging.SimpleFormatter.format";

    /** Libraries that tell how they are at every start. Held, since a logger that nobody holds forgets its level. */
    private static final List<Logger> TALKATIVE =
            List.of(Logger.getLogger("org.eclipse.jetty"), Logger.getLogger("com.zaxxer.hikari"));

    /** Libraries that write down, at length, whatever nonsense a caller has sent. */
    private static final List<Logger> PROVOKED = List.of(
            Logger.getLogger("org.eclipse.jetty.util.HostPort"),
            Logger.getLogger("org.eclipse.jetty.http"),
            Logger.getLogger("org.apache.sshd"));

    private Logs() {}

    /** Before anything is logged. What the system properties say about logging stays as it is. */
    static void configure() {
        if (System.getProperty(FORMAT) == null) {
            System.setProperty(FORMAT, "%1$tF %1$tT %4$s %5$s%6$s%n");
        }
        quieten();
    }

    /** What libraries tell at every start is not told; all else stays as it is. */
    static void quieten() {
        if (System.getProperty("java.util.logging.config.file") == null) {
            TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
            PROVOKED.forEach(logger -> logger.setLevel(Level.SEVERE));
        }
    }
}
