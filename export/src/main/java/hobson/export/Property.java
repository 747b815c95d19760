package hobson.export;

import java.util.Set;

/**
 * Something that a class of objects shows.
 *
 * @param <T> the objects
 * @param <C> what the getter wants to know about the reader
 */
abstract class Property<T, C> {
    final Name name;
    final Declared declared;
    private final Show show;
    private final Level level;

    Property(Name name, Show show, Declared declared, Level level) {
        this.name = name;
        this.show = show;
        this.declared = declared;
        this.level = level;
    }

    /**
     * The class that declares a property.
     *
     * @param visibility of properties that do not say their own
     * @param names of all properties of the class and of those above
     */
    record Level(int visibility, Set<String> names) {}

    final String name() {
        return name.text;
    }

    final int visibility() {
        return show.visibility() == 0 ? level.visibility() : show.visibility();
    }

    boolean inlined() {
        return show.inlined();
    }

    /** Whether its value's members stand in its own place. */
    boolean merged() {
        return false;
    }

    /** Writes name and value, or nothing at all. */
    abstract void write(T bean, Walk<? extends C> walk, Selection inner);

    /** Whether a null value is to be left out with its name. */
    final boolean skipsNull() {
        return show.nullSkipped();
    }
}
