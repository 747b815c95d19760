package hobson.cli.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Writes elements as lines. Depth costs no stack: documents come from anywhere. */
final class LineWriter {
    private static final String INDENT = "  ";
    /** What would move the cursor of a terminal. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f&&[^\n\t]]");

    private final List<Line> lines = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final Set<String> paths = new LinkedHashSet<>();
    private final Predicate<String> kept;
    private int skipped;

    /** @param kept whether the element of that path is written */
    LineWriter(Predicate<String> kept) {
        this.kept = kept;
    }

    private static final class Open {
        final String name;
        final String head;
        final String place;
        final StringBuilder text = new StringBuilder();
        int line;
        boolean hasChildren;

        Open(String name, String head, String place) {
            this.name = name;
            this.head = head;
            this.place = place;
        }

        String path() {
            return place.isEmpty() ? name : place + "/" + name;
        }
    }

    void open(String name, String attributes) {
        var parent = open.peek();
        var place = parent == null ? "" : parent.path();
        var element = new Open(name, INDENT.repeat(open.size()) + "<" + name + attributes, place);
        if (skipped > 0 || !kept.test(element.path())) {
            skipped++;
            return;
        }
        if (parent != null) {
            parent.hasChildren = true;
            mixed(parent);
        }
        element.line = lines.size();
        open.push(element);
        paths.add(element.path());
        lines.add(new Line("", place)); // known when it ends
    }

    void text(String text) {
        var element = open.peek();
        if (element != null && skipped == 0) {
            element.text.append(text);
        }
    }

    void close() {
        if (skipped > 0) {
            skipped--;
            return;
        }
        var element = open.pop();
        if (element.hasChildren) {
            mixed(element);
            lines.set(element.line, new Line(element.head + ">", element.place));
            lines.add(new Line(INDENT.repeat(open.size()) + "</" + element.name + ">", element.place));
        } else {
            leaf(element);
        }
    }

    private void leaf(Open element) {
        var text = element.text.toString();
        if (isLayout(text)) {
            lines.set(element.line, new Line(element.head + "/>", element.place));
            return;
        }
        var parts = (element.head + ">" + escaped(text) + "</" + element.name + ">").split("\n", -1);
        lines.set(element.line, new Line(parts[0], element.place));
        var inside = element.path();
        for (int i = 1; i < parts.length; i++) {
            lines.add(new Line(parts[i], inside));
        }
    }

    /** Text beside elements. */
    private void mixed(Open element) {
        var text = element.text.toString().strip();
        element.text.setLength(0);
        if (!text.isEmpty()) {
            var indent = INDENT.repeat(open.size());
            text.lines().forEach(line -> lines.add(new Line(indent + escaped(line), element.place)));
        }
    }

    /** Nothing, or what somebody's editor puts between two tags; blanks on one line are a value. */
    private static boolean isLayout(String text) {
        return text.isEmpty() || (text.isBlank() && text.contains("\n"));
    }

    static String escaped(String text) {
        var safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return CONTROL.matcher(safe)
                .replaceAll(match -> "&#x" + Integer.toHexString(match.group().charAt(0)) + ";");
    }

    static String unescaped(String text) {
        return text.replace("&#xd;", "\r")
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    Set<String> paths() {
        return Set.copyOf(paths);
    }
}
