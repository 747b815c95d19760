package hobson.export;

import java.lang.constant.ClassDesc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A made-up class.
 *
 * @param visibility by default; 0 if the class does not say
 */
record Shape(String name, @Nullable Shape parent, int visibility, List<Trait> traits) {

    /** A property that the class declares. */
    record Trait(String name, ShapeType type, Show show, boolean merged, boolean verbose) {}

    ClassDesc desc() {
        return ClassDesc.of(name);
    }

    boolean isBelow(Shape other) {
        return this.equals(other) || (parent != null && parent.isBelow(other));
    }
}
