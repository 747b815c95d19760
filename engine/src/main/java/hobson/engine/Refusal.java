package hobson.engine;

/**
 * Why the engine did not do what it was asked. Nothing was changed when one is thrown.
 *
 * <p>The message is one sentence for the caller; it names the object and never a secret or the name of something the
 * caller may not see.
 */
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The kinds that callers tell apart. */
    public enum Kind {
        /** What was sent cannot be right. */
        BAD_INPUT,
        /** It does not exist, or the caller may not know that it does. */
        NOT_FOUND,
        /** The state of the object forbids it now: disabled, running, kept. */
        CONFLICT,
        /** Larger than the settings allow. */
        TOO_LARGE,
        /** Exists in the field, not in this server. */
        UNSUPPORTED
    }

    private final Kind kind;

    public Refusal(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    public static Refusal badInput(String message) {
        return new Refusal(Kind.BAD_INPUT, message);
    }

    public static Refusal notFound(String message) {
        return new Refusal(Kind.NOT_FOUND, message);
    }

    public static Refusal conflict(String message) {
        return new Refusal(Kind.CONFLICT, message);
    }
}
