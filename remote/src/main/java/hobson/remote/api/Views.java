package hobson.remote.api;

import java.util.List;
import java.util.Optional;

/** The views that the server has. Answers from memory. */
@FunctionalInterface
public interface Views {
    /** By name; exactly one is the primary one. */
    List<View> all();

    /** A server whose users have made no views. */
    static Views onlyAll() {
        var all = List.of(View.ALL);
        return () -> all;
    }

    default View primary() {
        return all().stream().filter(View::primary).findFirst().orElse(View.ALL);
    }

    /** The view of that name; the one of all jobs is also called {@code All} (objects.md §12). */
    default Optional<View> find(String name) {
        var known = all();
        return known.stream()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .or(() -> name.equals("All")
                        ? known.stream().filter(View.ALL::equals).findFirst()
                        : Optional.empty());
    }
}
