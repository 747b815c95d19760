package hobson.engine.test;

/** What became of a test, compared with the same test in the last build before that has a report. */
public enum TestStatus {
    PASSED,
    SKIPPED,
    FAILED,
    /** Passed, and had not before. */
    FIXED,
    /** Failed, and had passed before. */
    REGRESSION;

    public boolean isFailure() {
        return this == FAILED || this == REGRESSION;
    }

    public boolean isPass() {
        return this == PASSED || this == FIXED;
    }
}
