package hobson.parts;

import java.util.List;

/**
 * Something that jobs are made of: how it is read from a job's document, and how it is shown. What it does, the objects do that
 * reading gives. Immutable. A plugin is a list of these in a jar of its own.
 */
public interface Part {
    /** Which elements of a document it reads, and how. */
    List<Reading<?>> reads();

    /**
     * How its objects are shown; the others are not.
     *
     * @param all finds the schemas of all parts
     */
    default List<Showing<?>> shows(Schemas all) {
        return List.of();
    }
}
