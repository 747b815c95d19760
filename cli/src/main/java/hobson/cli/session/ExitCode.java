package hobson.cli.session;

/**
 * What the program ends with. Below 10 are answers: the result of a build, or that there is a difference; from 64 on, as in {@code
 * sysexits.h}, it is said why there is no answer.
 */
public final class ExitCode {
    /** Done; a build succeeded. */
    public static final int FINE = 0;
    /** There is a difference; a build is unstable. */
    public static final int DIFFERENT = 1;
    /** A build failed. */
    public static final int FAILED = 2;
    /** A build was not built. */
    public static final int NOT_BUILT = 3;
    /** A build was aborted, or cancelled in the queue. */
    public static final int ABORTED = 4;
    /** The command line is wrong. */
    public static final int USAGE = 64;
    /** A document or a value is wrong. */
    public static final int BAD_DATA = 65;
    /** There is no such thing on the server, or it is hidden. */
    public static final int NOT_FOUND = 66;
    /** The server cannot be reached, fails, or takes too long. */
    public static final int UNAVAILABLE = 69;
    /** A mistake in this program, or an answer that no such server gives. */
    public static final int UNEXPECTED = 70;
    /** A file cannot be read or written. */
    public static final int FILE = 74;
    /** Somebody else has changed it meanwhile, or it exists already. */
    public static final int CONFLICT = 75;
    /** Not permitted, or not known to the server. */
    public static final int NOT_PERMITTED = 77;
    /** The profile or the environment does not say what is needed. */
    public static final int CONFIGURATION = 78;
    /** Interrupted. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}

    /** That of a build with this result: as jenkins-cli's build -s. */
    public static int ofResult(String result) {
        return switch (result) {
            case "SUCCESS" -> FINE;
            case "UNSTABLE" -> DIFFERENT;
            case "NOT_BUILT" -> NOT_BUILT;
            case "ABORTED" -> ABORTED;
            default -> FAILED;
        };
    }
}
