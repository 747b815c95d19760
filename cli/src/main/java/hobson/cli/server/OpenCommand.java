package hobson.cli.server;

import hobson.cli.session.Addresses;
import hobson.cli.session.ExitCode;
import hobson.cli.session.Session;
import hobson.client.ItemPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hobson open}: the page of something in a browser, or its address where there is none. */
@Command(
        name = "open",
        description = {
            "Opens the page of a job or build in the browser.",
            "",
            "Prints the address where there is no browser."
        },
        footer = {"Examples:", "  hobson open", "  hobson open team/deploy", "  hobson open team/deploy 12 --print"})
public final class OpenCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "JOB", arity = "0..1", description = "The job or folder; the server when it is not said.")
    private String job = "";

    @Parameters(paramLabel = "BUILD", index = "1", arity = "0..1", description = "A number, or lastBuild and the like.")
    private String build = "";

    @Option(names = "--print", description = "Only prints the address.")
    private boolean print;

    public OpenCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var address = session.hobson().url()
                + Addresses.of(ItemPath.of(job))
                + (build.isEmpty() ? "" : Addresses.segment(build) + "/");
        if (print || !browsers().anyMatch(browser -> starts(browser, address))) {
            session.terminal().print(address);
        }
        return ExitCode.FINE;
    }

    /** The user's own, or what the system has for that. */
    private Stream<List<String>> browsers() {
        var own = session.environment().variable("BROWSER").map(browser -> List.of(browser));
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return Stream.concat(own.stream(), Stream.of(List.of("open")));
        } else if (system.contains("windows")) {
            return Stream.concat(own.stream(), Stream.of(List.of("rundll32", "url.dll,FileProtocolHandler")));
        }
        boolean graphical = session.environment().variable("DISPLAY").isPresent()
                || session.environment().variable("WAYLAND_DISPLAY").isPresent();
        var opener = graphical ? Optional.of(List.of("xdg-open")) : Optional.<List<String>>empty();
        return Stream.concat(own.stream(), opener.stream());
    }

    /** The address is one argument and begins with the server's: nothing in it is taken for an option or read by a shell. */
    private static boolean starts(List<String> browser, String address) {
        var words = new ArrayList<>(browser);
        words.add(address);
        try {
            new ProcessBuilder(words)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
