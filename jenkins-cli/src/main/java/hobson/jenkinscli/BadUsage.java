package hobson.jenkinscli;

/** A command line that cannot be followed. */
final class BadUsage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadUsage(String sentence) {
        super(sentence, null, false, false);
    }
}
