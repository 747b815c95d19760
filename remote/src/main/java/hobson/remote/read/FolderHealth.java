package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.item.ChildHealth;
import hobson.engine.item.Folder;
import hobson.engine.item.Job;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How healthy the jobs in a folder are: as the worst one that the reader may see (queue-and-scheduling.md §11). */
final class FolderHealth {
    private static final int BEST = 100;

    private FolderHealth() {}

    /** Empty when all is well. */
    static List<HealthReport> of(ShownFolder folder, Reader reader) {
        var metric = folder.definition(reader).part(ChildHealth.class);
        if (metric.isEmpty()) {
            return List.of();
        }
        var worst = worst(folder.services, folder.folder, metric.get().recursive(), reader, null);
        return worst == null || worst.score() >= BEST ? List.of() : List.of(worst);
    }

    private static @Nullable HealthReport worst(
            ReadServices services, Folder folder, boolean recursive, Reader reader, @Nullable HealthReport before) {
        var worst = before;
        for (var item : services.jobs().list(reader.caller(), folder)) {
            worst = switch (item) {
                case Folder inner -> recursive ? worst(services, inner, true, reader, worst) : worst;
                case Job job -> worse(services, job, reader, worst);
            };
        }
        return worst;
    }

    private static @Nullable HealthReport worse(
            ReadServices services, Job job, Reader reader, @Nullable HealthReport before) {
        if (job.newest() == null) {
            return before;
        }
        var own = HealthReport.of(ShownJob.listed(services, job), reader);
        if (own.isEmpty() || (before != null && before.score() <= own.getFirst().score())) {
            return before;
        }
        var report = own.getFirst();
        return new HealthReport(
                "Worst health: " + FullNames.of(services.jobs(), job) + ": " + report.description(), report.score());
    }
}
