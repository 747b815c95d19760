package hobson.cli.migrate;

import hobson.client.CredentialInfo;
import hobson.client.Hobson;
import hobson.client.HobsonException;
import hobson.client.Plugin;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What no API hands over: accounts, secrets, plugins, settings. Said by name, so that it can be done by hand. */
final class Gaps {
    private final Hobson source;
    private final Hobson target;
    private final MigrationReport report;

    Gaps(Hobson source, Hobson target, MigrationReport report) {
        this.source = source;
        this.target = target;
        this.report = report;
    }

    void note() {
        missing(
                "Credentials that the old server has and the new one has not; make them again under the same ids: ",
                server -> server.credentials().list().stream()
                        .map(CredentialInfo::id)
                        .toList());
        missing(
                "Plugins that the old server has and the new one has not; what they do in jobs is kept, and not done: ",
                server -> server.plugins().list().stream()
                        .filter(Plugin::isActive)
                        .map(Plugin::name)
                        .toList());
        report.byHand("Accounts, permissions and settings of the server itself are not taken over: they are in the"
                + " configuration of the new server, or come with 'hobson import'.");
    }

    private void missing(String head, Function<Hobson, List<String>> names) {
        try {
            var missing = new TreeSet<>(names.apply(source));
            names.apply(target).forEach(missing::remove);
            if (!missing.isEmpty()) {
                report.byHand(head + missing.stream().collect(Collectors.joining(", ")) + ".");
            }
        } catch (HobsonException e) {
            report.byHand(head + "not known (" + e.sentence() + ")");
        }
    }
}
