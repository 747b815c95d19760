package hobson.parts.junit;

/** Of which tests everything that was printed is kept; of the others the beginning and the end. */
enum Retention {
    NONE,
    FAILED,
    ALL;

    private static final int OF_PASSED = 500;
    private static final int OF_FAILED = 50_000;

    /** Of even the longest text no more is kept: one test must not take the server's memory. */
    static final int MOST = 2 * 1024 * 1024;

    /** How many characters of the beginning, and of the end, stay. */
    int ends(boolean failed) {
        return switch (this) {
            case ALL -> MOST;
            case FAILED -> failed ? MOST : OF_PASSED;
            case NONE -> failed ? OF_FAILED : OF_PASSED;
        };
    }
}
