package hobson.cli.migrate;

import hobson.cli.definition.Kind;
import hobson.cli.definition.LiveDefinitions;
import hobson.cli.profile.Profile;
import hobson.cli.profile.Profiles;
import hobson.cli.session.CommandFailure;
import hobson.cli.session.ExitCode;
import hobson.cli.session.Session;
import hobson.client.Hobson;
import hobson.client.HobsonException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hobson migrate}: takes over a Jenkins by its own API. */
@Command(
        name = "migrate",
        description = {
            "Takes over the nodes, folders, jobs and views of a live Jenkins, by its own API.",
            "",
            "The other server is only read. What is done is kept in a state file: the same command goes on after a break."
                    + " What cannot be taken over so is in the report, by name. 'hobson import' takes over more, builds"
                    + " above all, where the disk of the other server can be read."
        },
        footer = {
            "Examples:",
            "  HOBSON_FROM_TOKEN=11... hobson migrate --from https://jenkins.example/ --from-user ann",
            "  hobson migrate --from old --profile new --history 50      # two profiles"
        })
public final class MigrateCommand implements Callable<Integer> {
    private static final String TOKEN = "HOBSON_FROM_TOKEN";

    private final Session session;

    @Option(
            names = "--from",
            paramLabel = "URL",
            required = true,
            description = "The server that is taken over, or the profile of it.")
    private String from = "";

    @Option(
            names = "--from-user",
            paramLabel = "USER",
            description = "Who is calling there; the API token is in HOBSON_FROM_TOKEN.")
    private @Nullable String fromUser;

    @Option(names = "--overwrite", description = "Replaces what this server has under the same name and is different.")
    private boolean overwrite;

    @Option(
            names = "--history",
            paramLabel = "N",
            description = "Takes over the newest N builds, too, of jobs whose builds can be: external jobs.")
    private int history;

    @Option(names = "--state", paramLabel = "FILE", description = "The state file; ${DEFAULT-VALUE} unless it is said.")
    private String stateFile = "hobson-migrate.state";

    @Option(names = "--report", paramLabel = "FILE", description = "The report; ${DEFAULT-VALUE} unless it is said.")
    private String reportFile = "hobson-migrate.txt";

    public MigrateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        var source = session.connect(source());
        var target = session.hobson();
        if (source.url().equals(target.url())) {
            throw new CommandFailure(ExitCode.USAGE, "Both servers are " + source.url() + ".");
        }
        var report = new MigrationReport();
        var file = session.environment().file(stateFile);
        var state =
                MigrationState.open(file, source.url().toString(), target.url().toString());
        try {
            migrate(source, target, state, report);
        } catch (HobsonException e) {
            state.notes().forEach(report::byHand);
            report.write(session.environment().file(reportFile));
            session.terminal().say(state.size() + " things are done; the same command goes on from here.");
            throw e;
        }
        state.notes().forEach(report::byHand);
        report.write(session.environment().file(reportFile));
        report.print(session.terminal());
        session.terminal().say("Everything by name is in " + reportFile + ".");
        return report.isComplete() ? ExitCode.FINE : ExitCode.DIFFERENT;
    }

    private void migrate(Hobson source, Hobson target, MigrationState state, MigrationReport report) {
        var migration = new Migration(
                new LiveDefinitions(source),
                new LiveDefinitions(target),
                state,
                report,
                overwrite,
                what -> session.terminal().say(what));
        for (var kind : Kind.values()) {
            migration.take(kind);
        }
        if (history > 0) {
            new BuildHistory(source, target, state, report).take(history);
        } else {
            report.byHand("Builds were not asked for (--history N).");
        }
        new Gaps(source, target, report).note();
    }

    private Profile source() {
        var profiles = session.profileFile().read();
        if (!from.contains("://")) {
            return profiles.named(from);
        }
        var url = Hobson.connect(from).url().toString();
        return profiles.byName().values().stream()
                .filter(profile -> fromUser == null && profile.url().equals(url))
                .findFirst()
                .orElseGet(() -> new Profile(Optional.empty(), settings(url)));
    }

    private Map<String, String> settings(String url) {
        var settings = new LinkedHashMap<String, String>();
        settings.put(Profiles.URL, url);
        if (fromUser != null) {
            settings.put(Profiles.USER, fromUser);
            settings.put(
                    Profiles.TOKEN,
                    session.environment()
                            .variable(TOKEN)
                            .orElseThrow(() -> new CommandFailure(
                                    ExitCode.CONFIGURATION,
                                    "The API token of " + fromUser + " is missing: set " + TOKEN + ".")));
        }
        return settings;
    }
}
