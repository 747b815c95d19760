package hobson.remote.cli;

import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kohsuke.args4j.ClassParser;
import org.kohsuke.args4j.CmdLineException;
import org.kohsuke.args4j.CmdLineParser;
import org.kohsuke.args4j.Option;
import org.kohsuke.args4j.ParserProperties;
import org.kohsuke.args4j.spi.StopOptionHandler;

/** Reads the arguments of commands, and tells how they are used ({@code cli.md §6}). No argument is ever taken for a file. */
final class Arguments {
    private static final String PROGRAM = "java -jar jenkins-cli.jar ";

    private final NamedCommand named;
    private final Command command;
    private final CmdLineParser parser;

    Arguments(NamedCommand named) {
        this.named = named;
        command = named.call().get();
        parser = new CmdLineParser(command, ParserProperties.defaults().withAtSyntax(false));
    }

    /** {@code --}: what follows are arguments, whatever they begin with. */
    static final class EndOfOptions {
        @Option(name = "--", hidden = true, handler = StopOptionHandler.class)
        @Nullable
        String none;
    }

    /** The command with these arguments. */
    Command read(List<String> arguments) {
        new ClassParser().parse(new EndOfOptions(), parser); // not before: a line of usage tells of hidden options, too
        try {
            parser.parseArgument(arguments);
        } catch (CmdLineException e) {
            throw CommandFailure.usage(String.valueOf(e.getMessage()));
        }
        return command;
    }

    /** The command line, what it does, and a table of arguments and options. */
    String usage() {
        var text = new StringWriter();
        text.write(PROGRAM + named.name());
        parser.printSingleLineUsage(text, null);
        text.write(System.lineSeparator() + named.summary() + System.lineSeparator());
        parser.printUsage(text, null);
        return text.toString();
    }
}
