package hobson.server;

import hobson.server.command.BadCommand;
import hobson.server.command.Command;
import hobson.server.command.CommandLine;
import hobson.server.command.Environment;
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
        var version = Main.class.getPackage().getImplementationVersion();
        var environment = new Environment(
                System.getenv(), Path.of(System.getProperty("user.home")), version == null ? "development" : version);
        System.exit(run(List.of(arguments), environment, System.out, System.err));
    }

    /** @return the exit code, when all is over */
    private static int run(List<String> arguments, Environment environment, PrintStream out, PrintStream err) {
        try {
            switch (CommandLine.read(arguments, environment)) {
                case Command.Print(String text) -> out.print(text);
                case Command.Serve(var options) -> new Service(options, environment, out).run();
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
}
