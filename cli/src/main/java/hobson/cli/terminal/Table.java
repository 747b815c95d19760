package hobson.cli.terminal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list of things of one kind: aligned columns with a head on a terminal, lines with tabs elsewhere, objects with {@code --json}.
 *
 * @param <T> what a row is
 */
public final class Table<T> {
    private static final int GAP = 2;
    private static final int NARROWEST = 8;

    private final List<Column<T>> columns = new ArrayList<>();

    private record Column<T>(
            String key, Function<? super T, ? extends @Nullable Object> value, Function<? super T, Style> style) {
        String head() {
            return key.replaceAll("([A-Z])", " $1").toUpperCase(Locale.ROOT);
        }
    }

    /**
     * One more column.
     *
     * @param key its name in JSON; the head is made of it
     * @param value what {@link Values} can show
     */
    public Table<T> column(String key, Function<? super T, ? extends @Nullable Object> value) {
        return column(key, value, row -> Style.PLAIN);
    }

    /** One more column, with colours. */
    public Table<T> column(
            String key, Function<? super T, ? extends @Nullable Object> value, Function<? super T, Style> style) {
        columns.add(new Column<>(key, value, style));
        return this;
    }

    /** Prints all rows; says {@code nothing} when there is none and somebody watches. */
    public void print(Terminal terminal, List<? extends T> rows, String nothing) {
        if (terminal.json()) {
            Json.print(terminal, rows.stream().map(this::object).toList());
        } else if (!terminal.isWatched()) {
            rows.forEach(row -> terminal.print(String.join("\t", texts(row))));
        } else if (rows.isEmpty()) {
            terminal.say(nothing);
        } else {
            printAligned(terminal, rows);
        }
    }

    private Map<String, @Nullable Object> object(T row) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        columns.forEach(column -> object.put(column.key(), column.value().apply(row)));
        return object;
    }

    private List<String> texts(T row) {
        return columns.stream()
                .map(column -> Values.text(column.value().apply(row)))
                .toList();
    }

    private void printAligned(Terminal terminal, List<? extends T> rows) {
        var texts = rows.stream().map(this::texts).toList();
        var widths = widths(texts, terminal.columns());
        var heads = columns.stream().map(Column::head).toList();
        terminal.print(line(terminal, heads, widths, column -> Style.FAINT));
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            terminal.print(line(
                    terminal, texts.get(i), widths, column -> column.style().apply(row)));
        }
    }

    private int[] widths(List<List<String>> texts, int room) {
        var widths = columns.stream().mapToInt(column -> column.head().length()).toArray();
        for (var row : texts) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return fitted(widths, room);
    }

    /** Takes from the widest until all fit; the head of a column stays readable. */
    private static int[] fitted(int[] widths, int room) {
        int total = GAP * (widths.length - 1);
        for (int width : widths) {
            total += width;
        }
        while (total > room) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (widths[widest] <= NARROWEST) {
                break;
            }
            widths[widest]--;
            total--;
        }
        return widths;
    }

    private String line(Terminal terminal, List<String> texts, int[] widths, Function<Column<T>, Style> style) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            var text = cut(texts.get(i), widths[i]);
            line.append(terminal.styled(style.apply(columns.get(i)), text));
            line.append(i == widths.length - 1 ? "" : " ".repeat(widths[i] - text.length() + GAP));
        }
        return line.toString().stripTrailing();
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }
}
