package hobson.client;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, in one sentence with the address in it. Catch the kind that you can do something about; all kinds are in here.
 *
 * <p>No sentence has a password or a token in it, and no address its query.
 */
public abstract sealed class HobsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    private HobsonException(String sentence, int status, @Nullable Throwable cause) {
        super(sentence, cause);
        this.status = status;
    }

    /** The status of the answer; 0 when there was none. */
    public final int status() {
        return status;
    }

    /** What the exception says; never null. */
    public final String sentence() {
        return String.valueOf(getMessage());
    }

    /** There is no such thing, or the caller may not know of it: servers answer the same for both. */
    public static final class NotFound extends HobsonException {
        private static final long serialVersionUID = 1L;

        NotFound(String sentence, int status) {
            super(sentence, status, null);
        }
    }

    /** The server does not take this password or token. */
    public static final class Unauthorized extends HobsonException {
        private static final long serialVersionUID = 1L;

        Unauthorized(String sentence, int status) {
            super(sentence, status, null);
        }
    }

    /** The caller is known and may not do this. */
    public static final class Forbidden extends HobsonException {
        private static final long serialVersionUID = 1L;

        private final @Nullable String permission;

        Forbidden(String sentence, int status, @Nullable String permission) {
            super(sentence, status, null);
            this.permission = permission;
        }

        /**
         * The permission that is missing, {@code hudson.model.Item.Build} or, from servers that only say it in words, {@code
         * Job/Build}; nothing when the server does not tell.
         */
        public Optional<String> permission() {
            return Optional.ofNullable(permission);
        }
    }

    /** It exists already, was changed by somebody else meanwhile, or is not in a state for that. */
    public static final class Conflict extends HobsonException {
        private static final long serialVersionUID = 1L;

        private final @Nullable String presentVersion;

        Conflict(String sentence, int status, @Nullable String presentVersion) {
            super(sentence, status, null);
            this.presentVersion = presentVersion;
        }

        /** The version of the document as it is now, where the server says it. Only Hobson does. */
        public Optional<String> presentVersion() {
            return Optional.ofNullable(presentVersion);
        }
    }

    /** The server does not understand what it was sent, or refuses it. */
    public static final class BadRequest extends HobsonException {
        private static final long serialVersionUID = 1L;

        private final int line;
        private final int column;

        BadRequest(String sentence, int status, int line, int column) {
            super(sentence, status, null);
            this.line = line;
            this.column = column;
        }

        /** Where in the document that was sent, counted from 1; nothing when the server does not tell (only Hobson always does). */
        public OptionalInt line() {
            return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
        }

        /** Where in the line, counted from 1. */
        public OptionalInt column() {
            return column > 0 ? OptionalInt.of(column) : OptionalInt.empty();
        }
    }

    /** The server, or something in front of it, failed. */
    public static final class ServerFailure extends HobsonException {
        private static final long serialVersionUID = 1L;

        private final @Nullable Duration retryAfter;

        ServerFailure(String sentence, int status, @Nullable Duration retryAfter) {
            super(sentence, status, null);
            this.retryAfter = retryAfter;
        }

        /** When the server asks to be asked again. */
        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(retryAfter);
        }
    }

    /** The server cannot be reached, or the connection broke off. */
    public static final class ConnectionFailure extends HobsonException {
        private static final long serialVersionUID = 1L;

        private final boolean unsent;

        ConnectionFailure(String sentence, boolean unsent, Throwable cause) {
            super(sentence, 0, cause);
            this.unsent = unsent;
        }

        /** Whether it is sure that the server never got the request. Otherwise it may have done what it was asked to do. */
        public boolean unsent() {
            return unsent;
        }
    }

    /** The server, or what was waited for, took longer than allowed. */
    public static final class TimedOut extends HobsonException {
        private static final long serialVersionUID = 1L;

        TimedOut(String sentence, @Nullable Throwable cause) {
            super(sentence, 0, cause);
        }
    }

    /** The thread was interrupted while it waited; it still is. */
    public static final class Interrupted extends HobsonException {
        private static final long serialVersionUID = 1L;

        Interrupted(String sentence, @Nullable Throwable cause) {
            super(sentence, 0, cause);
        }
    }

    /** What was waited for was cancelled in the queue and never became a build. */
    public static final class Cancelled extends HobsonException {
        private static final long serialVersionUID = 1L;

        Cancelled(String sentence) {
            super(sentence, 0, null);
        }
    }

    /** The answer is not what such a server answers, or is larger than a client should take. */
    public static final class UnexpectedAnswer extends HobsonException {
        private static final long serialVersionUID = 1L;

        UnexpectedAnswer(String sentence, int status, @Nullable Throwable cause) {
            super(sentence, status, cause);
        }
    }
}
