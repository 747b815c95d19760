package hobson.parts.files;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts a build's variables into a text. */
public final class Variables {
    private static final Pattern REFERENCE = Pattern.compile("\\$(?:(\\w+)|\\{([\\w.]+)}|\\$)");

    private Variables() {}

    /** With values for {@code $NAME} and <code>${NAME}</code>, and {@code $} for {@code $$}; an unknown name stays as it is. */
    public static String expand(String text, Map<String, String> environment) {
        if (text.indexOf('$') < 0) {
            return text;
        }
        return REFERENCE
                .matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(value(found.group(), found.group(1), found.group(2), environment)));
    }

    private static String value(
            String reference, @Nullable String bare, @Nullable String braced, Map<String, String> environment) {
        var name = bare == null ? braced : bare;
        return name == null ? "$" : environment.getOrDefault(name, reference);
    }
}
