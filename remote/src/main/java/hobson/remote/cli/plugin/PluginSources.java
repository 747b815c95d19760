package hobson.remote.cli.plugin;

import hobson.engine.Refusal;
import hobson.engine.plugin.Plugin;
import hobson.engine.plugin.PluginFormat.Wanted;
import hobson.engine.plugin.PluginOffer;
import hobson.engine.plugin.PluginSwitches;
import hobson.engine.plugin.UpdateCenter;
import hobson.engine.plugin.UpdateJob;
import hobson.engine.plugin.UpdateSites;
import hobson.engine.plugin.Version;
import hobson.remote.cli.CommandFailure;
import hobson.remote.cli.Nearest;
import hobson.remote.cli.Terminal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where plugins are installed from ({@code cli.md §7.7}). Nothing of an argument is ever a file of the server's. */
final class PluginSources {
    private static final String INPUT = "=";
    private static final Pattern ADDRESS = Pattern.compile("(?i)(https?|ftp|file|jar):.*", Pattern.DOTALL);
    private static final Pattern NO_SHORT_NAME = Pattern.compile("[.:/\\\\]");

    private final PluginSwitches switches;
    private final UpdateCenter center;
    private final UpdateSites sites;

    PluginSources(PluginSwitches switches, UpdateCenter center, UpdateSites sites) {
        this.switches = switches;
        this.center = center;
        this.sites = sites;
    }

    /** @param now rather than at the next start */
    void install(Terminal terminal, String source, boolean now) throws InterruptedException {
        if (source.equals(INPUT)) {
            say(terminal, "Installing a plugin from stdin");
            center.upload(terminal.caller(), "standard input", terminal.in(), now);
        } else if (ADDRESS.matcher(source).matches()) {
            say(terminal, "Installing a plugin from " + source);
            fetch(terminal, source, now);
        } else {
            int colon = source.lastIndexOf(':');
            var wanted = colon < 0
                    ? Wanted.of(source)
                    : new Wanted(source.substring(0, colon), new Version(source.substring(colon + 1)));
            provide(terminal, source, wanted, now);
        }
    }

    /** Somebody may look on. */
    private static void say(Terminal terminal, String line) {
        terminal.out().println(line);
        terminal.flush();
    }

    private void fetch(Terminal terminal, String address, boolean now) throws InterruptedException {
        UpdateJob job;
        try {
            job = center.uploadFrom(terminal.caller(), address, now);
        } catch (Refusal refusal) {
            throw CommandFailure.abort(String.valueOf(refusal.getMessage()));
        }
        job.await();
        var error = job.error();
        if (error != null) {
            throw new CommandFailure(CommandFailure.Kind.UNEXPECTED, error);
        }
    }

    private void provide(Terminal terminal, String source, Wanted wanted, boolean now) throws InterruptedException {
        var here = switches.here(wanted.name()).filter(plugin -> isGoodEnough(plugin, wanted));
        var offer = sites.offer(wanted.name()).filter(found -> !found.version().isOlderThan(wanted.version()));
        if (here.isEmpty() && offer.isEmpty()) {
            tellUnknown(terminal, source);
            throw CommandFailure.abort("Error occurred, see previous output.");
        }
        say(terminal, line(source, here, offer));
        for (var job : center.jobs(center.install(terminal.caller(), List.of(wanted), now))) {
            job.await();
            if (job.error() != null) {
                throw CommandFailure.abort("Failed to install plugin " + source + ": " + job.error());
            }
        }
    }

    private static boolean isGoodEnough(Plugin plugin, Wanted wanted) {
        return !plugin.version().isOlderThan(wanted.version());
    }

    private static String line(String source, Optional<Plugin> here, Optional<PluginOffer> offer) {
        return here.filter(plugin -> plugin.bundled() || offer.isEmpty())
                .map(plugin -> plugin.name() + " " + plugin.version() + " is installed already")
                .orElse("Installing " + source + " from update center");
    }

    private void tellUnknown(Terminal terminal, String source) {
        var out = terminal.out();
        out.println(source + " is neither a valid file, URL, nor a plugin artifact name in the update center");
        if (NO_SHORT_NAME.matcher(source).find()) {
            return;
        }
        var asked = sites.all().stream().filter(site -> site.url() != null).toList();
        if (asked.isEmpty()) {
            out.println("Note that no update center is defined in this Jenkins.");
        }
        asked.stream()
                .filter(site -> sites.time(site) == 0)
                .forEach(site -> out.println("No update center data is retrieved yet from: " + site.url()));
        Nearest.to(source, offered())
                .ifPresent(
                        near -> out.println(source + " looks like a short plugin name. Did you mean ‘" + near + "’?"));
    }

    private Stream<String> offered() {
        return sites.all().stream()
                .flatMap(site -> sites.data(site).all().stream())
                .map(PluginOffer::name);
    }
}
