package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.item.Combinations;
import hobson.engine.item.PathSegments;
import hobson.export.Kind;
import hobson.export.Schema;
import hobson.export.Show;
import java.util.List;

/**
 * One combination of a job that is built for several (objects.md §3.4).
 *
 * @param name {@code a=1,b=2}
 */
record Cell(ShownJob job, String name) {

    static Schema<Cell, Reader> schema() {
        return Schema.<Cell, Reader>named("hudson.matrix.MatrixConfiguration")
                .bool("buildable", (_, _) -> false)
                .list(
                        "builds",
                        Kind.<Object, Reader>declared("hudson.matrix.MatrixRun", _ -> null),
                        (_, _) -> List.of())
                .text("displayName", (cell, _) -> cell.name)
                .text("fullDisplayName", (cell, _) -> cell.job.fullDisplayName() + " » " + cell.name)
                .text("fullName", (cell, _) -> cell.job.job.path().fullName() + "/" + cell.name)
                .bool("inQueue", (_, _) -> false)
                .integer("nextBuildNumber", (_, _) -> 1)
                .text("color", Show.at(2), (cell, _) -> cell.job.job.disabled() ? "disabled" : "notbuilt")
                .text("name", Show.ALWAYS, (cell, _) -> cell.name)
                .text("url", Show.ALWAYS, (cell, reader) -> cell.job.url(reader) + PathSegments.encode(cell.name) + "/")
                .build();
    }

    /** Whether an address can mean a combination. */
    static boolean isName(String token) {
        return token.indexOf('=') > 0;
    }

    static List<Cell> of(ShownJob job, Reader reader) {
        return job.definition(reader)
                .part(Combinations.class)
                .map(all ->
                        all.names().stream().map(name -> new Cell(job, name)).toList())
                .orElse(List.of());
    }
}
