package hobson.parts.job;

import hobson.parts.Part;
import hobson.parts.Reading;
import hobson.parts.Role;
import hobson.parts.document.Element;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out how an element is read. Immutable. */
public final class Readings {
    private final Map<Key, Reading<?>> byKey = new HashMap<>();
    private final Map<String, Set<String>> secrets = new HashMap<>();
    private final Map<String, Set<String>> references = new HashMap<>();

    private record Key(Role<?> role, String className) {}

    /** @throws IllegalArgumentException two parts claim the same elements */
    public Readings(List<? extends Part> parts) {
        for (var part : parts) {
            part.reads().forEach(this::add);
        }
    }

    private void add(Reading<?> reading) {
        for (var className : reading.classNames()) {
            if (byKey.put(new Key(reading.role(), className), reading) != null) {
                throw new IllegalArgumentException("two parts read " + className + " as a "
                        + reading.role().name());
            }
            secrets.put(className, reading.secrets());
            references.put(className, reading.references());
        }
    }

    /** Null for a class that no part reads in that role. */
    @Nullable
    Reading<?> find(Role<?> role, String className) {
        var found = byKey.get(new Key(role, className));
        // the oldest documents write nested classes with a dash
        return found != null || className.indexOf('-') < 0
                ? found
                : byKey.get(new Key(role, className.replace('-', '$')));
    }

    /** Children of the element that hold secrets. */
    Set<String> secrets(Element element) {
        return ofClass(secrets, element);
    }

    /** Children of the element that name jobs. */
    Set<String> references(Element element) {
        return ofClass(references, element);
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
