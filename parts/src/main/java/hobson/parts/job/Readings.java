package hobson.parts.job;

import hobson.parts.Part;
import hobson.parts.Reading;
import hobson.parts.Role;
import hobson.parts.document.Element;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out how an element is read. */
public final class Readings {
    private final List<Part> own;
    private volatile Index index;

    private record Key(Role<?> role, String className) {}

    /** Immutable once made. */
    private static final class Index {
        private final Map<Key, Reading<?>> byKey = new HashMap<>();
        private final Map<String, Set<String>> secrets = new HashMap<>();
        private final Map<String, Set<String>> references = new HashMap<>();

        void add(Reading<?> reading) {
            for (var className : reading.classNames()) {
                if (byKey.put(new Key(reading.role(), className), reading) != null) {
                    throw new IllegalArgumentException("two parts read " + className + " as a "
                            + reading.role().name());
                }
                secrets.put(className, reading.secrets());
                references.put(className, reading.references());
            }
        }
    }

    /** @throws IllegalArgumentException two parts claim the same elements */
    public Readings(List<Part> parts) {
        own = List.copyOf(parts);
        index = indexed(own, List.of());
    }

    private static Index indexed(List<Part> own, List<Part> more) {
        var index = new Index();
        Stream.concat(own.stream(), more.stream()).forEach(part -> part.reads().forEach(index::add));
        return index;
    }

    /**
     * Reads with these parts too from now on.
     *
     * @param more replace what was given here before
     * @throws IllegalArgumentException two parts claim the same elements; nothing has changed
     */
    public void use(List<Part> more) {
        index = indexed(own, more);
    }

    public boolean reads(Role<?> role, String className) {
        return find(role, className) != null;
    }

    /** Null for a class that no part reads in that role. */
    @Nullable
    Reading<?> find(Role<?> role, String className) {
        var byKey = index.byKey;
        var found = byKey.get(new Key(role, className));
        // the oldest documents write nested classes with a dash
        return found != null || className.indexOf('-') < 0
                ? found
                : byKey.get(new Key(role, className.replace('-', '$')));
    }

    /** Children of the element that hold secrets. */
    Set<String> secrets(Element element) {
        return ofClass(index.secrets, element);
    }

    /** Children of the element that name jobs. */
    Set<String> references(Element element) {
        return ofClass(index.references, element);
    }

    private static Set<String> ofClass(Map<String, Set<String>> children, Element element) {
        var byName = children.get(element.name());
        if (byName != null) {
            return byName;
        }
        return element.attribute("class")
                .map(c -> children.getOrDefault(c, Set.of()))
                .orElse(Set.of());
    }
}
