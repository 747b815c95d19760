package hobson.engine.plugin;

import java.nio.file.Path;
import java.util.List;

/**
 * The files that plugins are, and the documents that ask for plugins. Runs nothing of a plugin. Refuses what it cannot take with
 * {@link hobson.engine.Refusal} ({@code BAD_INPUT}, {@code UNSUPPORTED} for a plugin of another server), in one sentence. Called
 * concurrently; bounded in time and memory whatever the bytes are.
 */
public interface PluginFormat {
    /** What the plugin in the file says of itself. */
    PluginManifest manifest(Path file);

    /** As {@link #manifest}, after every byte of the file was checked. */
    PluginManifest checked(Path file);

    /** The plugins that the document names, each once. */
    List<Wanted> wanted(byte[] document);

    /**
     * A plugin that somebody needs.
     *
     * @param version at least that; a word such as {@code latest} is older than any, and the empty one asks for the newest
     */
    record Wanted(String name, Version version) {
        /** {@code name} or {@code name@version}. */
        public static Wanted of(String text) {
            int at = text.indexOf('@');
            return at < 0
                    ? new Wanted(text, new Version(""))
                    : new Wanted(text.substring(0, at), new Version(text.substring(at + 1)));
        }

        boolean isVersioned() {
            return !version.text().isEmpty();
        }

        @Override
        public String toString() {
            return isVersioned() ? "‘" + name + "’ " + version : "‘" + name + "’";
        }
    }
}
