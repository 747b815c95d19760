package hobson.engine.test;

/**
 * One test of a report.
 *
 * @param className with its package
 * @param duration seconds
 */
public record TestOutcome(String className, String name, float duration, boolean skipped, TestDetails details) {
    public boolean failed() {
        return !skipped && (details.errorDetails() != null || details.errorStackTrace() != null);
    }
}
