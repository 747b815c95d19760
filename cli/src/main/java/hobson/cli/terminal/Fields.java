package hobson.cli.terminal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is to be said about one thing: a line for each fact, or an object with {@code --json}. */
public final class Fields {
    private final Map<String, @Nullable Object> facts = new LinkedHashMap<>();

    /** @param value what {@link Values} can show */
    public Fields with(String key, @Nullable Object value) {
        facts.put(key, value);
        return this;
    }

    public void print(Terminal terminal) {
        if (terminal.json()) {
            Json.print(terminal, facts);
            return;
        }
        int width = facts.keySet().stream().mapToInt(String::length).max().orElse(0);
        facts.forEach((key, value) -> {
            var text = Values.text(value);
            if (!text.isEmpty()) {
                var head = terminal.styled(Style.FAINT, key) + " ".repeat(width - key.length() + 2);
                terminal.print(head + text);
            }
        });
    }
}
