package hobson.engine.user;

import org.jspecify.annotations.Nullable;

/** Something that may say itself what callers may do to it. */
public interface Guarded {
    /** Null when neither it nor what it is in says anything: then the server's rule holds. */
    @Nullable
    Scope scope();
}
