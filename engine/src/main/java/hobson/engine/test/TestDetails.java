package hobson.engine.test;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of one test beyond its result. Texts are null where it says nothing.
 *
 * @param errorDetails the message of the failure
 * @param stdout what the test itself printed; null when only its suite knows
 * @param reruns of a test that was run again because it failed
 */
public record TestDetails(
        @Nullable String errorDetails,
        @Nullable String errorStackTrace,
        @Nullable String skippedMessage,
        @Nullable String stdout,
        @Nullable String stderr,
        Map<String, String> properties,
        List<Rerun> reruns) {
    static final TestDetails NONE = new TestDetails(null, null, null, null, null, Map.of(), List.of());

    public TestDetails {
        properties = Map.copyOf(properties);
        reruns = List.copyOf(reruns);
    }

    /**
     * One failure of a test that was run several times.
     *
     * @param flaky the test passed in the end
     */
    public record Rerun(
            boolean flaky,
            @Nullable String message,
            @Nullable String type,
            @Nullable String stackTrace,
            @Nullable String stdout,
            @Nullable String stderr) {}
}
