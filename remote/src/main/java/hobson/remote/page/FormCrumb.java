package hobson.remote.page;

import hobson.http.Request;
import java.util.Optional;

/** What a form on a page must carry so that the server takes it when it comes back. */
@FunctionalInterface
public interface FormCrumb {
    /** Empty when no crumbs are asked for, or this caller has no session that one could be bound to. */
    Optional<Field> of(Request request);

    /** A hidden field. */
    record Field(String name, String value) {}
}
