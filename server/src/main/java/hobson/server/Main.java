package hobson.server;

import hobson.server.command.BadCommand;
import hobson.server.command.Command;
import hobson.server.command.CommandLine;
import hobson.server.command.Environment;
import hobson.server.command.ServeOptions;
import hobson.server.configuration.BadConfiguration;
import hobson.server.home.BadHome;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Where the program starts. */
public final class Main {
    private static final int FINE = 0;
    private static final int CANNOT_START = 1;
    private static final int BAD_COMMAND = 2;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), environment(), System.out, System.err));
    }

    static Environment environment() {
        var version = Main.class.getPackage().getImplementationVersion();
        var variables = System.getenv();
        // as the shell has it that expands ~ in the lines to copy; the JVM asks the system's list of users instead
        var home = variables.getOrDefault("HOME", System.getProperty("user.home"));
        return new Environment(variables, Path.of(home), version == null ? "development" : version);
    }

    /** @return the exit code, when all is over */
    private static int run(List<String> arguments, Environment environment, PrintStream out, PrintStream err) {
        try {
            // no switch over patterns on the way to the first answer: it makes code at run time, which no cache keeps
            var command = CommandLine.read(arguments, environment);
            if (command instanceof Command.Print print) {
                out.print(print.text());
            } else if (command instanceof Command.Serve serve) {
                if (serve.options().kind() == ServeOptions.Kind.LASTING) {
                    serve(serve.options(), environment, new ConsoleGreeting(out), new Ending());
                } else {
                    new EphemeralService(serve.options(), environment, out).run();
                }
            } else {
                Offline.run(command, environment, out);
            }
            return FINE;
        } catch (BadCommand e) {
            err.println("hobson: " + e.getMessage());
            return BAD_COMMAND;
        } catch (BadConfiguration | BadHome | CannotStart e) {
            err.println("hobson: " + e.getMessage());
            return CANNOT_START;
        }
    }

    /** @param ending ends it, as SIGTERM does */
    static void serve(ServeOptions options, Environment environment, Greeting greeting, Ending ending) {
        Logs.configure();
        var recentLog = new LogRing().listen();
        try (var signals = new Signals(ending)) {
            signals.listen();
            new Service(options, environment, greeting, ending, recentLog).run();
        }
    }
}
