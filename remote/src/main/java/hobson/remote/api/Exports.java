package hobson.remote.api;

import hobson.engine.Reader;
import hobson.export.Schema;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the parts that jobs are made of are shown: properties of jobs, definitions and values of parameters. Asked often; answers at
 * once, and always the same schema for objects of the same class.
 */
@FunctionalInterface
public interface Exports {
    /** The schema of such an object; null when the API does not show it. */
    @Nullable
    Schema<?, Reader> schemaOf(Object part);

    /** Every schema that {@link #schemaOf} may return, for documentation. */
    default Collection<Schema<?, Reader>> all() {
        return List.of();
    }
}
