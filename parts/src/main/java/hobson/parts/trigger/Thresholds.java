package hobson.parts.trigger;

import hobson.engine.build.Result;
import hobson.parts.document.Element;
import java.util.Arrays;

/** Results as documents write them: {@code name}, {@code ordinal}, {@code color}, {@code completeBuild}. */
public final class Thresholds {
    private Thresholds() {}

    /** Only the name counts; one that is none means the worst that anybody would wait for. */
    public static Result read(Element threshold) {
        var name = threshold.text("name").orElse("");
        return Arrays.stream(Result.values())
                .filter(result -> result.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(Result.FAILURE);
    }
}
