package hobson.remote.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows what an answer depends on, so that an answer that is still true need not be made again. */
@FunctionalInterface
public interface Grounds {
    /** Every answer may be another one. */
    Grounds UNKNOWN = _ -> null;

    /**
     * All that an answer to this selection depends on, besides the address of the server: immutable objects, in an order of their own.
     * Null when it depends on more.
     *
     * @param tree as in the query
     */
    @Nullable
    List<?> of(String tree);
}
