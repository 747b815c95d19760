package hobson.cli;

import hobson.cli.profile.Environment;
import hobson.cli.terminal.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where the command for users starts. The launcher {@code hobson} starts the server's verbs elsewhere. */
public final class Main {
    /** The numbers of the streams that are terminals, as {@code 012}: the launcher's shell knows it for nothing. */
    private static final String TERMINALS = "hobson.terminals";

    /** The JDK sends a proxy no password for https otherwise; here the user has named the proxy with the password. */
    private static final String DISABLED_FOR_TUNNELS = "jdk.http.auth.tunneling.disabledSchemes";

    private static final String COLUMNS = "hobson.columns";
    private static final int BUFFER = 1 << 13;

    private Main() {}

    public static void main(String[] words) {
        if (System.getProperty(DISABLED_FOR_TUNNELS) == null) {
            System.setProperty(DISABLED_FOR_TUNNELS, "");
        }
        var out = stream(FileDescriptor.out);
        var err = stream(FileDescriptor.err);
        var terminals = System.getProperty(TERMINALS, "");
        var console = new Console(
                System.in, out, err, terminals(terminals), Integer.getInteger(COLUMNS, Console.USUAL_COLUMNS));
        int code = new Program(console, environment(), InstantSource.system()).run(List.of(words));
        out.flush();
        err.flush();
        System.exit(code);
    }

    private static Set<Integer> terminals(String digits) {
        var numbers = new HashSet<Integer>();
        for (int i = 0; i < digits.length(); i++) {
            numbers.add(digits.charAt(i) - '0');
        }
        return numbers;
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new java.io.BufferedOutputStream(new FileOutputStream(descriptor), BUFFER),
                true,
                StandardCharsets.UTF_8);
    }

    private static Environment environment() {
        var version = Main.class.getPackage().getImplementationVersion();
        var variables = System.getenv();
        var home = variables.getOrDefault("HOME", System.getProperty("user.home"));
        return new Environment(
                variables, Path.of(home), Path.of("").toAbsolutePath(), version == null ? "development" : version);
    }
}
