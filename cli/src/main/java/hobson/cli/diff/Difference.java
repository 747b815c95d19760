package hobson.cli.diff;

import hobson.cli.terminal.Style;
import hobson.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;

/** What changes from one document to another. */
public final class Difference {
    private static final int CONTEXT = 2;

    private final List<Edit> edits;

    private Difference(List<Edit> edits) {
        this.edits = edits;
    }

    public static Difference between(Document before, Document after) {
        return new Difference(LineComparison.compare(before.lines(), after.lines()));
    }

    public boolean isNone() {
        return edits.stream().noneMatch(Edit::isChange);
    }

    /** The changed lines with some around them, each stretch below the elements that it is in. */
    public List<String> text() {
        var lines = new ArrayList<String>();
        print((style, line) -> lines.add(line));
        return lines;
    }

    /** Prints it with colours where there are some. */
    public void print(Terminal terminal, String indent) {
        print((style, line) -> terminal.print(indent + terminal.styled(style, line)));
    }

    private interface Printer {
        void print(Style style, String line);
    }

    private void print(Printer printer) {
        int printed = -1;
        for (int i = 0; i < edits.size(); i++) {
            if (isNearChange(i)) {
                if (printed != i - 1 || i == 0) {
                    printer.print(Style.CYAN, "@@ " + placeOfChange(i) + " @@");
                }
                printer.print(style(edits.get(i)), edits.get(i).text());
                printed = i;
            }
        }
    }

    /** Where the first change is from there on. */
    private String placeOfChange(int index) {
        return edits.subList(index, edits.size()).stream()
                .filter(Edit::isChange)
                .findFirst()
                .map(edit -> edit.line().place())
                .filter(place -> !place.isEmpty())
                .orElse("the whole");
    }

    private boolean isNearChange(int index) {
        int end = Math.min(edits.size(), index + CONTEXT + 1);
        return edits.subList(Math.max(0, index - CONTEXT), end).stream().anyMatch(Edit::isChange);
    }

    private static Style style(Edit edit) {
        return switch (edit.kind()) {
            case SAME -> Style.PLAIN;
            case GONE -> Style.RED;
            case NEW -> Style.GREEN;
        };
    }
}
