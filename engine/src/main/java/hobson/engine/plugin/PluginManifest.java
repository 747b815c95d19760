package hobson.engine.plugin;

import hobson.engine.Refusal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a plugin says of itself.
 *
 * @param name its short name: letters, digits, dots, dashes and underscores, so that files can be called so
 * @param title its name for people, unique among plugins
 * @param requiredCore the oldest version of the server that it works with
 */
public record PluginManifest(
        String name,
        String title,
        Version version,
        @Nullable String url,
        @Nullable Version requiredCore,
        List<PluginDependency> dependencies,
        DynamicLoad dynamicLoad) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}");

    public PluginManifest {
        if (!isName(name)) {
            throw Refusal.badInput(
                    "‘" + name + "’ is no name for a plugin: letters, digits, dots, dashes and underscores,"
                            + " at most 100, beginning with a letter or digit.");
        }
        dependencies = List.copyOf(dependencies);
    }

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
