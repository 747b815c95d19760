package hobson.jenkinscli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code java -jar jenkins-cli.jar -s URL COMMAND …}. */
public final class Main {
    private static final int NO_JENKINS = 3;

    /** Held here, because a logger that nobody holds forgets its level. */
    private static final Logger SSH = Logger.getLogger("org.apache.sshd");

    private Main() {}

    public static void main(String[] words) {
        var terminal = new Terminal(System.in, System.out, System.err);
        System.exit(run(List.of(words), terminal)); // also when the standard input still waits for somebody to type
    }

    private static int run(List<String> words, Terminal terminal) {
        if (List.of("-version").equals(words.subList(0, Math.min(1, words.size())))) {
            terminal.out().println("Version: " + version());
            return 0;
        }
        try {
            return run(CommandLine.read(words, System.getenv()), terminal);
        } catch (BadUsage e) {
            terminal.err().println("ERROR: " + e.getMessage());
            terminal.err().println(Usage.TEXT);
            return Talk.UNKNOWN;
        } catch (NotJenkins e) {
            terminal.err().println(e.getMessage());
            return NO_JENKINS;
        } catch (InterruptedException | IOException | RuntimeException e) {
            failed(e, terminal.err());
            return Talk.UNKNOWN;
        }
    }

    private static int run(Options options, Terminal terminal) throws IOException, InterruptedException {
        log(options);
        var connection = Connection.of(options);
        var charset = Charset.defaultCharset();
        return switch (options.mode()) {
            case HTTP -> new HttpTransport(connection).run(options.command(), terminal, charset);
            case WEB_SOCKET -> new SocketTransport(connection).run(options.command(), terminal, charset);
            case SSH -> new SshTransport(connection, options).run(terminal);
        };
    }

    private static void failed(Exception e, PrintStream err) {
        e.printStackTrace(err);
    }

    private static void log(Options options) {
        var root = Logger.getLogger("");
        root.setLevel(options.logging());
        SSH.setLevel(
                options.logging().equals(Level.WARNING) ? Level.OFF : options.logging()); // what fails is thrown, too
        for (var handler : root.getHandlers()) {
            if (handler instanceof ConsoleHandler) {
                handler.setLevel(options.logging());
            }
        }
    }

    private static String version() {
        var version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "?" : version;
    }
}
