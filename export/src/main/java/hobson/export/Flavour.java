package hobson.export;

import java.util.Optional;

/** The forms in which an object can be asked for: {@code <object>/api/<flavour>}. */
public enum Flavour {
    JSON("json"),
    XML("xml"),
    PYTHON("python"),
    SCHEMA("schema");

    private final String segment;

    Flavour(String segment) {
        this.segment = segment;
    }

    /** The flavour of this path segment; letter case matters (remote-api.md §1.1). */
    public static Optional<Flavour> named(String segment) {
        return switch (segment) {
            case "json" -> Optional.of(JSON);
            case "xml" -> Optional.of(XML);
            case "python" -> Optional.of(PYTHON);
            case "schema" -> Optional.of(SCHEMA);
            default -> Optional.empty();
        };
    }

    public String segment() {
        return segment;
    }
}
