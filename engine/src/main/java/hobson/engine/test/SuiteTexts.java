package hobson.engine.test;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a suite printed, and the properties it ran with. */
public record SuiteTexts(@Nullable String stdout, @Nullable String stderr, Map<String, String> properties) {
    public static final SuiteTexts NONE = new SuiteTexts(null, null, Map.of());

    public SuiteTexts {
        properties = Map.copyOf(properties);
    }
}
