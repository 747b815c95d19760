package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.fingerprint.Fingerprint;
import hobson.engine.fingerprint.Fingerprint.Range;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Job;
import hobson.export.Kind;
import hobson.export.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a file came from and which builds used it (objects.md §15). Jobs that are gone or hidden from the reader are left out. */
final class FingerprintSchema {
    private final ItemRegistry jobs;

    FingerprintSchema(ItemRegistry jobs) {
        this.jobs = jobs;
    }

    private record Origin(String job, int number) {}

    private record Use(String job, List<Range> builds) {}

    Schema<Fingerprint, Reader> schema() {
        var origin = Schema.<Origin, Reader>named("hudson.model.Fingerprint$BuildPtr")
                .visibility(2)
                .text("name", (o, _) -> o.job)
                .integer("number", (o, _) -> o.number)
                .build();
        return Schema.<Fingerprint, Reader>named("hudson.model.Fingerprint")
                .text("fileName", (print, _) -> print.fileName())
                .text("hash", (print, _) -> print.md5())
                .object("original", Kind.exactly(origin), this::origin)
                .time("timestamp", (print, _) -> print.timestamp())
                .list("usage", Kind.exactly(use()), this::uses)
                .build();
    }

    private static Schema<Use, Reader> use() {
        var range = Schema.<Range, Reader>named("hudson.model.Fingerprint$Range")
                .visibility(4)
                .integer("end", (r, _) -> r.last() + 1)
                .integer("start", (r, _) -> r.first())
                .build();
        var ranges = Schema.<Use, Reader>named("hudson.model.Fingerprint$RangeSet")
                .visibility(3)
                .list("ranges", Kind.exactly(range), (use, _) -> use.builds)
                .build();
        return Schema.<Use, Reader>named("hudson.model.Fingerprint$RangeItem")
                .visibility(2)
                .text("name", (use, _) -> use.job)
                .object("ranges", Kind.exactly(ranges), (use, _) -> use)
                .build();
    }

    private @Nullable Origin origin(Fingerprint print, Reader reader) {
        var origin = print.origin();
        var job = origin == null ? null : job(origin.jobId(), reader);
        return origin == null || job == null ? null : new Origin(job.path().fullName(), origin.number());
    }

    private List<Use> uses(Fingerprint print, Reader reader) {
        var uses = new ArrayList<Use>();
        print.usage().forEach((id, builds) -> {
            var job = job(id, reader);
            if (job != null) uses.add(new Use(job.path().fullName(), builds));
        });
        uses.sort(Comparator.comparing(Use::job));
        return uses;
    }

    private @Nullable Job job(long id, Reader reader) {
        return jobs.find(id)
                .filter(job -> jobs.isReadable(reader.caller(), job))
                .orElse(null);
    }
}
