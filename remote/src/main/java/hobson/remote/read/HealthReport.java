package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.build.History;
import hobson.engine.build.Stability;
import hobson.export.Schema;
import java.util.List;

/**
 * How well a job does (objects.md §5.3).
 *
 * @param score 0 to 100
 */
record HealthReport(String description, int score) {

    static Schema<HealthReport, Reader> schema() {
        return Schema.<HealthReport, Reader>named("hudson.model.HealthReport")
                .visibility(2)
                .text("description", (report, _) -> report.description)
                .text("iconClassName", (report, _) -> "icon-health-" + report.bucket())
                .text("iconUrl", (report, _) -> "health-" + report.bucket() + ".png")
                .integer("score", (report, _) -> report.score)
                .build();
    }

    /** Nothing while no build has ended. */
    static List<HealthReport> of(History history) {
        return Stability.of(history).map(HealthReport::of).map(List::of).orElse(List.of());
    }

    /** The words of queue-and-scheduling.md §11. */
    static HealthReport of(Stability stability) {
        var words = stability.failed() == 0
                ? "No recent builds failed."
                : stability.failed() == stability.total()
                        ? "All recent builds failed."
                        : stability.failed() + " out of the last " + stability.total() + " builds failed.";
        return new HealthReport("Build stability: " + words, stability.score());
    }

    String bucket() {
        if (score <= 20) return "00to19";
        if (score <= 40) return "20to39";
        if (score <= 60) return "40to59";
        return score <= 80 ? "60to79" : "80plus";
    }
}
