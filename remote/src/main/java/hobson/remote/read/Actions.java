package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.build.Cause;
import hobson.engine.parameter.ParameterValue;
import hobson.engine.test.TestTotals;
import hobson.export.Kind;
import hobson.export.Schema;
import hobson.export.Show;
import hobson.remote.api.Exports;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What builds, queue items and jobs list as {@code actions} (objects.md §6.1, §6.3). */
final class Actions {
    private static final Show SHOWN = Show.at(2);

    private final Exports exports;
    private final Schema<CauseList, Reader> causes;
    private final Schema<Values, Reader> parameters;
    private final Schema<Interruption, Reader> interruption;
    private final Schema<TestTotals, Reader> tests;

    record CauseList(List<Cause> causes) {}

    record Values(List<ParameterValue> values) {}

    /** Stands where Jenkins has an action that the API does not show: <code>{}</code>. */
    record Hidden() {}

    /** @param users empty for one who was not logged in */
    record Interruption(List<String> users) {}

    Actions(Exports exports, Causes causes) {
        this.exports = exports;
        this.causes = Schema.<CauseList, Reader>named("hudson.model.CauseAction")
                .list("causes", SHOWN, causes.kind(), (action, _) -> action.causes)
                .build();
        this.parameters = Schema.<Values, Reader>named("hudson.model.ParametersAction")
                .list("parameters", SHOWN, values(exports), (action, _) -> action.values)
                .build();
        var interrupter = Schema.<String, Reader>named("jenkins.model.CauseOfInterruption$UserInterruption")
                .text("shortDescription", (user, _) -> "Aborted by " + (user.isEmpty() ? "unknown" : causes.name(user)))
                .build();
        this.interruption = Schema.<Interruption, Reader>named("jenkins.model.InterruptedBuildAction")
                .list(
                        "causes",
                        Kind.<String, Reader>declared("jenkins.model.CauseOfInterruption", _ -> interrupter)
                                .among(() -> List.of(interrupter)),
                        (action, _) -> action.users)
                .build();
        this.tests = Schema.<TestTotals, Reader>named("hudson.tasks.junit.TestResultAction")
                .visibility(2)
                .integer("failCount", (totals, _) -> totals.failed())
                .integer("skipCount", (totals, _) -> totals.skipped())
                .integer("totalCount", (totals, _) -> totals.total())
                .text("urlName", (_, _) -> "testReport")
                .build();
    }

    private static Kind<Object, Reader> values(Exports exports) {
        return Kind.<Object, Reader>declared("hudson.model.ParameterValue", exports::schemaOf)
                .among(exports::all);
    }

    Kind<Object, Reader> kind() {
        return Kind.<Object, Reader>declared("hudson.model.Action", this::schema)
                .among(() -> List.of(causes, parameters, interruption));
    }

    private @Nullable Schema<?, Reader> schema(Object action) {
        return switch (action) {
            case CauseList _ -> causes;
            case Values _ -> parameters;
            case Interruption _ -> interruption;
            case TestTotals _ -> tests;
            case Hidden _ -> null;
            default -> exports.schemaOf(action);
        };
    }
}
