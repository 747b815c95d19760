package hobson.cli.build;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Prints text; of what comes before the first pause only the last lines, if only those are wanted. Keeps no more than them. */
final class Tail {
    private final PrintStream out;
    private final int wanted;
    private final Deque<String> last = new ArrayDeque<>();
    private final StringBuilder open = new StringBuilder();
    private boolean keeping;

    Tail(Optional<Integer> lines, PrintStream out) {
        this.out = out;
        this.wanted = lines.orElse(0);
        this.keeping = lines.isPresent();
    }

    void accept(String text) {
        if (!keeping) {
            out.print(text);
            return;
        }
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            open.append(text, start, end + 1);
            add(open.toString());
            open.setLength(0);
            start = end + 1;
        }
        open.append(text, start, text.length());
    }

    private void add(String line) {
        last.add(line);
        if (last.size() > wanted) {
            last.remove();
        }
    }

    /** Whether {@link #pause} would print something. */
    boolean isKeeping() {
        return keeping;
    }

    /** What is kept is printed, and from now on everything. */
    void pause() {
        if (keeping) {
            if (!open.isEmpty()) {
                add(open.toString());
            }
            last.forEach(out::print);
            last.clear();
            keeping = false;
        }
        out.flush();
    }
}
