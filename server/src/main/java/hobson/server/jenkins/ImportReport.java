package hobson.server.jenkins;

import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an import did, and what it did not understand. Each note is in the file at once: an import that is interrupted has said what it left
 * out, and the next one does not look again at what is there. For one thread.
 */
public final class ImportReport {
    private static final int MOST_NOTES = 10_000;

    private final Map<String, Integer> taken = new TreeMap<>();
    private final Map<String, Integer> present = new TreeMap<>();
    private final PrintWriter file;
    private int notes;

    /** @param file to which it is added */
    public ImportReport(PrintWriter file) {
        this.file = file;
    }

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
        if (notes++ < MOST_NOTES) {
            file.println("* " + (where + ": " + sentence).replaceAll("\\p{Cntrl}+", " "));
            file.flush();
        }
    }

    public int notes() {
        return notes;
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

    /** The last lines of the file. */
    public void end() {
        if (notes > MOST_NOTES) {
            file.println("* and " + (notes - MOST_NOTES) + " more of this kind");
        }
        if (notes == 0) {
            file.println("Everything was understood.");
        }
        file.println(summary());
        file.println();
        file.flush();
    }
}
