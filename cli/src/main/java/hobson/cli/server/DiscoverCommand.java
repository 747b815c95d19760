package hobson.cli.server;

import hobson.cli.session.ExitCode;
import hobson.cli.session.Session;
import hobson.cli.terminal.Style;
import hobson.cli.terminal.Table;
import hobson.client.Discovered;
import hobson.client.Discovery;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hobson discover}: the servers in the local network that want to be found. */
@Command(
        name = "discover",
        description = {
            "Finds servers in the local network.",
            "",
            "Asks by UDP and DNS-SD. A Hobson answers when it is started with --discovery; a Jenkins up to 2.219 does."
        },
        footer = {"Examples:", "  hobson discover", "  hobson discover --wait 10 --json"})
public final class DiscoverCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "How long to wait for answers; 2 unless it is said.")
    private int seconds = 2;

    public DiscoverCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var patience = Duration.ofSeconds(seconds);
        var dns = CompletableFuture.supplyAsync(() -> Discovery.dnsSd(patience));
        var found = new LinkedHashMap<String, Discovered>();
        add(found, Discovery.udp(patience));
        add(found, dns.join());
        new Table<Discovered>()
                .column("url", Discovered::url, server -> Style.BOLD)
                .column("version", Discovered::version)
                .column("sender", server -> server.sender().getHostAddress())
                .column("id", Discovered::serverId)
                .print(session.terminal(), List.copyOf(found.values()), "No server answered.");
        return ExitCode.FINE;
    }

    /** A server that answers both ways is one. */
    private static void add(Map<String, Discovered> found, List<Discovered> answers) {
        answers.forEach(server -> found.putIfAbsent(
                server.serverId().orElse("") + " "
                        + server.url()
                                .map(Object::toString)
                                .orElse(server.sender().toString()),
                server));
    }
}
