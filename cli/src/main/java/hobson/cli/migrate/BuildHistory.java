package hobson.cli.migrate;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.cli.definition.DocumentText;
import hobson.cli.session.Addresses;
import hobson.cli.session.Failures;
import hobson.client.BuildFilter;
import hobson.client.BuildInfo;
import hobson.client.Content;
import hobson.client.Hobson;
import hobson.client.HobsonException;
import hobson.client.ItemPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Takes over builds as far as the API of a server takes any: those of external jobs, which are reported to it (endpoints.md §2.10).
 * Those of all others stay where they are, and the report says so.
 */
final class BuildHistory {
    private static final String EXTERNAL = "hudson.model.ExternalJob";
    private static final int LARGEST_LOG = 8 << 20;

    private final Hobson source;
    private final Hobson target;
    private final MigrationState state;
    private final MigrationReport report;

    BuildHistory(Hobson source, Hobson target, MigrationState state, MigrationReport report) {
        this.source = source;
        this.target = target;
        this.state = state;
        this.report = report;
    }

    /** @param most so many of each job, the newest */
    void take(int most) {
        var others = new ArrayList<String>();
        source.jobs().tree().filter(item -> !item.isFolder()).forEach(item -> {
            if (item.className().equals(EXTERNAL)) {
                takeBuilds(item.path(), most);
            } else {
                others.add(item.path().toString());
            }
        });
        if (!others.isEmpty()) {
            report.byHand("The builds of " + others.size()
                    + " jobs stay where they are, since no server takes builds over its API"
                    + " unless they are of external jobs; 'hobson import' takes them over from the old server's disk.");
        }
    }

    private void takeBuilds(ItemPath job, int most) {
        List<BuildInfo> builds = source.job(job)
                .builds(BuildFilter.ALL.building(false))
                .limit(most)
                .toList();
        int taken = 0;
        for (var build : builds.reversed()) {
            var what = "build " + job + " #" + build.number();
            if (!state.isDone(what) && take(job, build, what)) {
                state.done(what);
                taken++;
            }
        }
        if (taken > 0) {
            report.byHand(taken + " builds of the external job " + job
                    + " were taken over with logs, results and durations;" + " when they were is not taken over.");
        }
    }

    private boolean take(ItemPath job, BuildInfo build, String what) {
        try {
            if (!wasSent(job, build, what)) {
                var document = Content.of("text/xml", document(job, build));
                state.begun(what, target.job(job).info().nextBuildNumber());
                target.raw().post(Addresses.of(job) + "postBuildResult", document);
            }
            return true;
        } catch (HobsonException.ConnectionFailure | HobsonException.TimedOut | HobsonException.Unauthorized e) {
            throw e;
        } catch (HobsonException e) {
            report.add(
                    MigrationReport.Outcome.FAILED, what + ": " + Failures.of(e).sentence());
            return false;
        }
    }

    /** Whether a run that broke off has sent it without coming to write that down. */
    private boolean wasSent(ItemPath job, BuildInfo build, String what) {
        var lowest = state.begun(what);
        return lowest.isPresent()
                && target.job(job)
                        .builds(BuildFilter.ALL)
                        .takeWhile(there -> there.number() >= lowest.getAsInt())
                        .anyMatch(there -> there.displayName().equals(build.displayName())
                                && there.description().equals(build.description())
                                && there.duration().equals(build.duration()));
    }

    private byte[] document(ItemPath job, BuildInfo build) {
        var text = "<run><log encoding=\"UTF-8\" content-encoding=\"hexBinary\">" + log(job, build.number())
                + "</log><result>" + build.result().map(Enum::name).orElse("NOT_BUILT") + "</result><duration>"
                + build.duration().toMillis() + "</duration><displayName>"
                + DocumentText.escaped(build.displayName()) + "</displayName><description>"
                + DocumentText.escaped(build.description()) + "</description></run>";
        return text.getBytes(UTF_8);
    }

    private String log(ItemPath job, int number) {
        try (var log = source.job(job).build(number).logStream()) {
            var text = log.readNBytes(LARGEST_LOG);
            if (log.read() >= 0) {
                state.note("The log of build " + job + " #" + number
                        + " is longer than 8 MiB: only its beginning was taken over.");
            }
            return HexFormat.of().formatHex(text);
        } catch (IOException e) {
            throw new UncheckedIOException("The log of " + job + " #" + number + " cannot be read", e);
        }
    }
}
