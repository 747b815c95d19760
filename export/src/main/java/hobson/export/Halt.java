package hobson.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a rendering as a whole, where other exceptions cost a list item only. */
abstract sealed class Halt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Halt(String message, @Nullable Throwable cause, boolean traced) {
        super(message, cause, false, traced);
    }

    /** The caller asked for something that cannot be answered. */
    static final class Refused extends Halt {
        private static final long serialVersionUID = 1L;
        final int status;

        Refused(int status, String sentence) {
            super(sentence, null, false);
            this.status = status;
        }
    }

    /** The answer costs more than one answer may. Knows the way from the object where that was noticed to the root. */
    static final class OverBudget extends Halt {
        private static final long serialVersionUID = 1L;

        /** Of the object that was one too many, if it was an object. */
        final transient @Nullable Schema<?, ?> innermost;

        @SuppressWarnings("serial") // never serialised
        final List<Frame> outwards = new ArrayList<>();

        record Frame(Schema<?, ?> schema, Property<?, ?> property) {}

        OverBudget(String sentence, @Nullable Schema<?, ?> innermost) {
            super(sentence, null, false);
            this.innermost = innermost;
        }
    }

    /** More bytes than are kept in memory. */
    static final class Overflow extends Halt {
        private static final long serialVersionUID = 1L;

        Overflow() {
            super("larger than what is kept in memory", null, false);
        }
    }

    /** A value of a class without schema, where it cannot be left out. */
    static final class NotShowable extends Halt {
        private static final long serialVersionUID = 1L;

        NotShowable(Object value) {
            super(value.getClass().getName() + " cannot be shown", null, true);
        }
    }

    /** The receiver went away. */
    static final class ReceiverFailed extends Halt {
        private static final long serialVersionUID = 1L;
        final IOException failure;

        ReceiverFailed(IOException failure) {
            super("the receiver failed", failure, false);
            this.failure = failure;
        }
    }
}
