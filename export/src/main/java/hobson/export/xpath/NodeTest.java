package hobson.export.xpath;

import org.jspecify.annotations.Nullable;

/** Which nodes of an axis a step wants. */
sealed interface NodeTest {
    /** {@code node()} */
    record Any() implements NodeTest {}

    /** {@code text()} */
    record Text() implements NodeTest {}

    /** Nodes of the principal kind of the axis, called like this or, if null, anything. */
    record Named(@Nullable String name) implements NodeTest {}

    /** Comments and processing instructions: there are none. */
    record Nothing() implements NodeTest {}

    /** The root and the elements: those that can have what the next step looks for. */
    record Parents() implements NodeTest {}

    default boolean wantsTexts() {
        return this instanceof Any || this instanceof Text;
    }

    default boolean wantsElements() {
        return !(this instanceof Text || this instanceof Nothing);
    }

    default boolean accepts(XmlElement element) {
        return switch (this) {
            case Any _, Parents _ -> true;
            case Text _, Nothing _ -> false;
            case Named(var name) -> name == null || name.equals(element.name());
        };
    }

    /** Whether a node that is not found along elements is wanted: only its kind counts. */
    default boolean accepts(XmlNode node) {
        return switch (node) {
            case XmlElement element -> accepts(element);
            case XmlDocument _ -> this instanceof Any || this instanceof Parents;
            case XmlText _ -> wantsTexts();
            case XmlAttribute _, XmlNamespace _ -> this instanceof Any;
        };
    }
}
