package hobson.engine.view;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The patterns of the views that were looked at lately, ready to be used: they take more memory than their texts. Used by many threads. */
final class NamePatterns {
    static final int MOST = 500;

    private static final int LONGEST = 1_000;

    @SuppressWarnings("serial") // it never leaves the memory
    private final Map<String, Optional<Pattern>> compiled = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Pattern>> eldest) {
            return size() > MOST;
        }
    };

    /** Empty for a text that is no pattern, or a longer one than anybody needs. */
    Optional<Pattern> of(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            return Optional.empty();
        }
        synchronized (compiled) {
            return compiled.computeIfAbsent(text, NamePatterns::compile);
        }
    }

    private static Optional<Pattern> compile(String text) {
        try {
            return Optional.of(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }
}
