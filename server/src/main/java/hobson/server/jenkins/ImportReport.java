package hobson.server.jenkins;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an import did, and what it did not understand. For one thread. */
public final class ImportReport {
    private static final int MOST_NOTES = 10_000;

    private final Map<String, Integer> taken = new TreeMap<>();
    private final Map<String, Integer> present = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();
    private int more;

    /** @param what in the plural */
    void taken(String what) {
        taken.merge(what, 1, Integer::sum);
    }

    /** Was there already, and stays as it is. */
    void present(String what) {
        present.merge(what, 1, Integer::sum);
    }

    /** In one line, whatever names and messages hold. */
    void note(String where, String sentence) {
        if (notes.size() < MOST_NOTES) {
            notes.add((where + ": " + sentence).replaceAll("\\p{Cntrl}+", " "));
        } else {
            more++;
        }
    }

    public int notes() {
        return notes.size() + more;
    }

    /** {@code 12 jobs, 1000 builds}. */
    public String summary() {
        return "Taken in: " + counts(taken) + ". Already there: " + counts(present) + ".";
    }

    private static String counts(Map<String, Integer> counts) {
        return counts.isEmpty()
                ? "nothing"
                : String.join(
                        ", ",
                        counts.entrySet().stream()
                                .map(entry -> counted(entry.getValue(), entry.getKey()))
                                .toList());
    }

    private static String counted(int count, String plural) {
        return count + " " + (count == 1 ? plural.replaceFirst("s\\b", "") : plural);
    }

    /** All of it, for a file. */
    public String text() {
        var text = new StringBuilder(summary()).append("\n\n");
        text.append(notes.isEmpty() ? "Everything was understood.\n" : "Not taken in, or not as it was:\n\n");
        notes.forEach(note -> text.append("* ").append(note).append('\n'));
        if (more > 0) {
            text.append("* and ").append(more).append(" more of this kind\n");
        }
        return text.toString();
    }
}
