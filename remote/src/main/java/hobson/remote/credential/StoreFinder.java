package hobson.remote.credential;

import hobson.http.Request;
import java.util.Optional;

/** Finds the store of the object that a path has reached. */
interface StoreFinder {
    /** Empty when such an object has no store; throws when the caller may not see the object. */
    Optional<StorePlace> find(Request request);

    /** The store of another object of that kind, by what its full name begins with. */
    Optional<StorePlace> named(Request request, String context);
}
