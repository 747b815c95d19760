package hobson.server.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One call of a command as a transcript has it, and what came of it. A transcript is lines like these:
 *
 * <pre>{@code
 * # what nobody does
 * $ create-node a        what the administrator types
 * alice$ get-node a      what somebody else types; anonymous$ for nobody
 * < <slave/>             a line of standard input
 * <@ demo.jar            a file as standard input
 * | text                 a line of standard output
 * |~ [0-9]+              one that matches
 * |\ text                what standard output ends with when that is no line
 * ! text                 a line of standard error; likewise !~ and !\
 * !…                     any more lines of standard error
 * = 3                    the exit code, unless it is 0
 * }</pre>
 */
record Dialogue(String user, List<String> words, List<String> input, List<String> expected, List<String> asked) {
    private static final Pattern PROMPT = Pattern.compile("([a-z]*)\\$ ?(.*)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private static final String MORE = "!…";

    static List<Dialogue> read(List<String> lines) {
        var all = new ArrayList<Dialogue>();
        for (var line : lines) {
            var prompt = PROMPT.matcher(line);
            if (prompt.matches()) {
                var user = prompt.group(1).isEmpty() ? "admin" : prompt.group(1);
                all.add(new Dialogue(
                        user, words(prompt.group(2)), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
                all.getLast().asked.add(line);
            } else if (line.startsWith("<")) {
                all.getLast().input.add(line);
                all.getLast().asked.add(line);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                all.getLast().expected.add(line);
            }
        }
        return all;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toList();
    }

    String wanted() {
        return String.join("\n", asked) + "\n" + String.join("\n", expected);
    }

    /** What came, in the words of the transcript where that allows for it. */
    String came(String output, String error, int exitCode) {
        var lines = new ArrayList<String>();
        add(lines, "|", output);
        add(lines, "!", error);
        if (exitCode != 0) {
            lines.add("= " + exitCode);
        }
        int more = expected.indexOf(MORE);
        if (more >= 0 && more < lines.size()) {
            var rest = lines.subList(more, lines.size());
            rest.removeIf(line -> line.startsWith("!"));
            rest.addFirst(MORE);
        }
        for (int i = 0; i < Math.min(lines.size(), expected.size()); i++) {
            if (isAllowed(expected.get(i), lines.get(i))) {
                lines.set(i, expected.get(i));
            }
        }
        return String.join("\n", asked) + "\n" + String.join("\n", lines);
    }

    private static void add(List<String> lines, String mark, String text) {
        var split = text.split("\n", -1);
        for (int i = 0; i < split.length - 1; i++) {
            lines.add((mark + " " + split[i]).stripTrailing());
        }
        if (!split[split.length - 1].isEmpty()) {
            lines.add(mark + "\\ " + split[split.length - 1]);
        }
    }

    private static boolean isAllowed(String pattern, String line) {
        return pattern.length() > 2
                && pattern.charAt(1) == '~'
                && line.startsWith(pattern.substring(0, 1))
                && Pattern.matches(pattern.substring(3), line.length() < 2 ? "" : line.substring(2));
    }
}
