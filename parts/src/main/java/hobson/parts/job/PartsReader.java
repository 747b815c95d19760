package hobson.parts.job;

import hobson.engine.item.JobDefinition.UnknownPart;
import hobson.parts.Reading;
import hobson.parts.Role;
import hobson.parts.document.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the parts of one document, and remembers those it does not know. */
final class PartsReader implements Reading.Nested {
    private final Readings readings;
    private final List<UnknownPart> unknown = new ArrayList<>();

    PartsReader(Readings readings) {
        this.readings = readings;
    }

    List<UnknownPart> unknown() {
        return unknown;
    }

    @Override
    public <T> List<T> children(Element parent, Role<T> role) {
        return children(parent, role, _ -> Optional.empty());
    }

    /** @param instead what stands for a child that is not known */
    <T> List<T> children(Element parent, Role<T> role, Function<Element, Optional<T>> instead) {
        var parts = new ArrayList<T>(parent.children().size());
        for (var child : parent.children()) {
            read(child, role, child.name()).or(() -> instead.apply(child)).ifPresent(parts::add);
        }
        return parts;
    }

    /** The part that the element is when it is of that class; what is not known is remembered. */
    <T> Optional<T> read(Element element, Role<T> role, String className) {
        var reading = readings.find(role, className);
        var part = reading == null ? null : role.type().cast(reading.reader().read(element, this));
        if (part == null) {
            unknown.add(
                    new UnknownPart(role.name(), className.equals(element.name()) ? element.elementName() : className));
        }
        return Optional.ofNullable(part);
    }
}
