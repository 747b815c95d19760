package hobson.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Things that only one build may have at a time, on a Jenkins with the plug-in for them. Without it everything here ends with {@link
 * HobsonException.NotFound}.
 */
public final class LockableResources {
    private final Resource resources;

    LockableResources(Resource server) {
        this.resources = server.child("lockable-resources/");
    }

    /**
     * One of them.
     *
     * @param free whether nobody has it
     * @param reservedBy who took it by hand
     */
    public record Lockable(String name, List<String> labels, boolean free, Optional<String> reservedBy) {
        static final String TREE = "name,labelsAsList,free,reservedBy";

        static Lockable of(Json resource) {
            return new Lockable(
                    resource.text("name"),
                    resource.each("labelsAsList")
                            .flatMap(label -> label.asText().stream())
                            .toList(),
                    resource.is("free"),
                    resource.get("reservedBy").asText());
        }
    }

    public List<Lockable> list() {
        return resources
                .tree("resources[" + Lockable.TREE + "]")
                .each("resources")
                .map(Lockable::of)
                .toList();
    }

    /** Takes one, and says whether that was possible: false when somebody else has it. */
    public boolean reserve(String name) {
        try {
            resources.post("reserve", Map.of("resource", name));
            return true;
        } catch (HobsonException.Conflict e) {
            return false;
        }
    }

    /** Gives one back. */
    public void unreserve(String name) {
        resources.post("unreserve", Map.of("resource", name));
    }
}
