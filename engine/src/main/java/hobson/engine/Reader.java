package hobson.engine;

import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Guarded;
import hobson.engine.user.Permission;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * For whom an object is shown: decides which related objects appear and how addresses begin.
 *
 * @param rootUrl where the server is for this caller, with a trailing slash
 * @param path the address the visited object was reached by, relative to the root, with a trailing slash; empty for the root
 * @param loading called before anything is read from the store; throws when this thread must not wait for it
 */
public record Reader(Caller caller, Authorization authorization, String rootUrl, String path, Runnable loading) {

    public boolean may(Permission permission) {
        return authorization.allows(caller, permission);
    }

    public boolean may(Permission permission, @Nullable Guarded object) {
        return authorization.allows(caller, permission, object);
    }

    /** What is in memory, else what the store has. */
    public <T> T loaded(@Nullable T inMemory, Supplier<T> load) {
        if (inMemory != null) {
            return inMemory;
        }
        loading.run();
        return load.get();
    }
}
