package hobson.server;

import hobson.engine.Reader;
import hobson.export.Schema;
import hobson.parts.Parts;
import hobson.remote.api.Exports;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** How the parts of this server are shown. */
record PartExports(Parts parts) implements Exports {
    @Override
    public @Nullable Schema<?, Reader> schemaOf(Object part) {
        return parts.of(part);
    }

    @Override
    public Collection<Schema<?, Reader>> all() {
        return parts.schemas();
    }
}
