package hobson.remote.cli;

import hobson.engine.BadDocument;
import hobson.engine.Refusal;
import hobson.engine.user.Denied;
import hobson.remote.page.PermissionId;
import org.jspecify.annotations.Nullable;

/** Why a command did not do what it was asked: a sentence for the caller, and the exit code that scripts look at ({@code cli.md §6}). */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What clients tell apart. */
    public enum Kind {
        /** What nobody foresees; the sentence is said as its reason. */
        UNEXPECTED(1),
        /** The arguments are not those of the command; its usage is shown. */
        USAGE(2),
        /** An argument names nothing that exists, or means nothing. */
        ARGUMENT(3),
        /** The state of the object forbids it. */
        STATE(4),
        /** The command gives up. */
        ABORT(5),
        /** The caller may not. */
        DENIED(6);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }

        int exitCode() {
            return exitCode;
        }
    }

    public CommandFailure(Kind kind, String sentence) {
        super(sentence, null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** The sentence. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    public static CommandFailure usage(String sentence) {
        return new CommandFailure(Kind.USAGE, sentence);
    }

    public static CommandFailure argument(String sentence) {
        return new CommandFailure(Kind.ARGUMENT, sentence);
    }

    public static CommandFailure state(String sentence) {
        return new CommandFailure(Kind.STATE, sentence);
    }

    public static CommandFailure abort(String sentence) {
        return new CommandFailure(Kind.ABORT, sentence);
    }

    /** What the engine or a command refuses, in the words of this room; null for what neither does. */
    static @Nullable CommandFailure of(Exception e) {
        return switch (e) {
            case CommandFailure failure -> failure;
            case Denied denied -> new CommandFailure(Kind.DENIED, PermissionId.sentence(denied));
            case Refusal refusal -> new CommandFailure(kind(refusal.kind()), sentence(refusal));
            default -> null;
        };
    }

    private static Kind kind(Refusal.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> Kind.ARGUMENT;
            case CONFLICT -> Kind.STATE;
            case UNSUPPORTED -> Kind.ABORT;
            case BAD_INPUT, TOO_LARGE -> Kind.UNEXPECTED;
        };
    }

    private static String sentence(Refusal refusal) {
        var message = String.valueOf(refusal.getMessage());
        return refusal instanceof BadDocument bad
                ? message + " (line " + bad.line() + ", column " + bad.column() + ")"
                : message;
    }
}
