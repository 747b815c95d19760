package hobson.remote.read;

import hobson.engine.parameter.ParameterValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of a queue item in one text (objects.md §9.2). */
final class ParameterTexts {
    private ParameterTexts() {}

    /** Each value on a line of its own, after the line's end; secrets as asterisks. */
    static String of(@Nullable List<ParameterValue> values) {
        if (values == null) return "";
        var text = new StringBuilder();
        for (var value : values) {
            text.append('\n').append(value.name()).append('=').append(text(value));
        }
        return text.toString();
    }

    private static String text(ParameterValue value) {
        return switch (value) {
            case ParameterValue.Line(var _, var line) -> line;
            case ParameterValue.Text(var _, var lines) -> lines;
            case ParameterValue.Flag(var _, var flag) -> Boolean.toString(flag);
            case ParameterValue.Password _ -> "****";
            case ParameterValue.File(var _, var fileName, var _) -> fileName;
            case ParameterValue.Credentials(var _, var id, var _) -> id;
            case ParameterValue.Run(var _, var job, var number) -> job + "#" + number;
        };
    }
}
