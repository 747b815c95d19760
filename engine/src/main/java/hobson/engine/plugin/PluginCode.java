package hobson.engine.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Brings the code of plugins into the server. Called by one thread at a time. */
public interface PluginCode {
    /**
     * Makes the objects of a plugin; jobs cannot use them before {@link #use}.
     *
     * @param file stays as it is while the plugin is in use
     * @param dependencies what its code may also see
     * @throws hobson.engine.Refusal when there is something wrong with it
     */
    Loaded load(PluginManifest manifest, Path file, List<Loaded> dependencies);

    /**
     * From now on jobs are read with these, and with no others. What runs already goes on as it began.
     *
     * @throws hobson.engine.Refusal {@code CONFLICT} when two plugins, or one and the server, claim the same; nothing has changed
     */
    void use(List<Loaded> plugins);

    /** The code of one plugin, as it was loaded. */
    interface Loaded {
        /** A file that the plugin brings for browsers. */
        Optional<Resource> resource(List<String> path) throws IOException;
    }

    /**
     * A file inside a plugin.
     *
     * @param content to be closed by who asked for it
     */
    record Resource(String name, long size, InputStream content) {}
}
