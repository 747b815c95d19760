package hobson.cli.migrate;

import hobson.cli.definition.Address;
import hobson.cli.definition.Comparison;
import hobson.cli.definition.Kind;
import hobson.cli.definition.LiveDefinitions;
import hobson.cli.diff.BadDocument;
import hobson.cli.migrate.MigrationReport.Outcome;
import hobson.cli.session.Failures;
import hobson.client.Document;
import hobson.client.HobsonException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Takes over definitions from one server to another, one after the other, folders before what is in them. What fails is reported and
 * does not keep the rest from being taken over; a server that does not answer ends it, to be gone on with later.
 */
final class Migration {
    /** As Jenkins writes them: encrypted with a key that only that server has. */
    private static final Pattern ENCRYPTED = Pattern.compile("\\{AQAAAB[A-Za-z0-9+/]{16,}={0,2}}");

    private static final Pattern MASKED = Pattern.compile(">\\*{8}<");

    private final LiveDefinitions source;
    private final LiveDefinitions target;
    private final MigrationState state;
    private final MigrationReport report;
    private final boolean overwrite;
    private final Consumer<String> progress;

    /**
     * @param overwrite whether what the target has under the same name is replaced
     * @param progress is told of each thing that is done
     */
    Migration(
            LiveDefinitions source,
            LiveDefinitions target,
            MigrationState state,
            MigrationReport report,
            boolean overwrite,
            Consumer<String> progress) {
        this.source = source;
        this.target = target;
        this.state = state;
        this.report = report;
        this.overwrite = overwrite;
        this.progress = progress;
    }

    void take(Kind kind) {
        var present = target.list(kind);
        for (var address : source.list(kind).keySet()) {
            if (state.isDone(address.toString())) {
                report.add(Outcome.BEFORE, address.toString());
            } else {
                take(address, present);
            }
        }
    }

    private void take(Address address, Map<Address, Boolean> present) {
        try {
            var document = source.read(address);
            var outcome = present.containsKey(address) ? compare(address, document) : create(address, document);
            report.add(outcome, address.toString());
            if (outcome != Outcome.DIFFERENT) {
                noteSecrets(address, document.text());
                state.done(address.toString());
                progress.accept(address.toString());
            }
        } catch (HobsonException.ConnectionFailure | HobsonException.TimedOut | HobsonException.Unauthorized e) {
            throw e; // and so would be all others
        } catch (HobsonException | BadDocument e) {
            report.add(Outcome.FAILED, address + ": " + Failures.of(e).sentence());
        }
    }

    private Outcome create(Address address, Document document) {
        target.create(address, document.text());
        return Outcome.CREATED;
    }

    private Outcome compare(Address address, Document document) {
        var there = target.read(address);
        if (Comparison.of(address.kind(), there.text(), document.text()).isNone()) {
            return Outcome.SAME;
        } else if (!overwrite) {
            return Outcome.DIFFERENT;
        }
        target.update(address, there.withText(document.text()));
        return Outcome.REPLACED;
    }

    private void noteSecrets(Address address, String text) {
        long secrets = ENCRYPTED.matcher(text).results().count()
                + MASKED.matcher(text).results().count();
        if (secrets > 0) {
            state.note(address + " has " + (secrets == 1 ? "a secret" : secrets + " secrets")
                    + " that only the old server can read: set them again.");
        }
    }
}
