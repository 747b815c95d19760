package hobson.export;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.export.CustomExportedBean;

/** The superclass of the classes that the differential test makes up; public because these live in another loader. */
public class GeneratedBean {
    final Map<String, @Nullable Object> values = new HashMap<>();

    /** A value that fails when it is read. */
    enum Bomb {
        BOMB
    }

    /** A class that nobody can show. */
    public static final class Opaque {}

    /** An enum whose constants have other names on the wire. */
    public enum Ball {
        BLUE,
        RED_ANIME;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A value in whose place another one is shown. */
    public static final class Replaced implements CustomExportedBean {
        final @Nullable Object inner;

        Replaced(@Nullable Object inner) {
            this.inner = inner;
        }

        @Override
        public @Nullable Object toExportedObject() {
            return inner;
        }
    }

    /** Called by the getters. */
    public final @Nullable Object read(String property) {
        var value = values.get(property);
        if (value == Bomb.BOMB) throw new IllegalStateException("the getter of " + property + " fails");
        return value;
    }

    /** Called by getters of the primitive types. */
    public final Object readPresent(String property) {
        return java.util.Objects.requireNonNull(read(property));
    }
}
