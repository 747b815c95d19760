package hobson.remote.api;

import hobson.engine.item.Item;
import hobson.engine.item.PathSegments;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A selection of jobs with a name.
 *
 * @param className what the API says it is
 * @param primary the one that the root shows; its address is the root's
 * @param shows asked for each job that the caller may read
 */
public record View(
        String name, String className, @Nullable String description, boolean primary, Predicate<Item> shows) {

    /** The primary view of a new server: every job. */
    public static final View ALL = new View("all", "hudson.model.AllView", null, true, _ -> true);

    /** Below the root, percent-encoded, with a slash at the end; empty for the primary view. */
    public String address() {
        return primary ? "" : "view/" + PathSegments.encode(name) + "/";
    }

    /** As people read it. */
    public String title() {
        return this.equals(ALL) ? "All" : name;
    }
}
