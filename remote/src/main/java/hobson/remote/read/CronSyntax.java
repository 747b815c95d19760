package hobson.remote.read;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a text says when a timer fires, and if not, why not (queue-and-scheduling.md §15.2). */
final class CronSyntax {
    private static final Set<String> ALIASES =
            Set.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
    private static final List<Field> FIELDS = List.of(
            new Field("minute", 0, 59),
            new Field("hour", 0, 23),
            new Field("day of month", 1, 31),
            new Field("month", 1, 12),
            new Field("day of week", 0, 7));

    /** {@code *}, {@code 5}, {@code 1-5}, {@code H} or {@code H(1-5)}, each perhaps with {@code /2}. */
    private static final Pattern TERM = Pattern.compile(
            "(?:\\*|(?<first>\\d{1,4})(?:-(?<last>\\d{1,4}))?|(?<hash>H)(?:\\((?<low>\\d{1,4})-(?<high>\\d{1,4})\\))?)(?:/(?<step>\\d{1,4}))?");

    private static final int LONGEST = 10_000;

    private CronSyntax() {}

    private record Field(String name, int first, int last) {}

    /** One sentence with the line of the mistake; empty when there is none. */
    static Optional<String> mistake(String spec) {
        if (spec.length() > LONGEST) return Optional.of("A schedule has at most " + LONGEST + " characters");
        int number = 0;
        for (var line : spec.split("\n", -1)) {
            number++;
            var mistake = inLine(line.strip(), number == 1);
            if (mistake.isPresent())
                return Optional.of("Invalid input: \"" + line.strip() + "\": line " + number + ": " + mistake.get());
        }
        return Optional.empty();
    }

    private static Optional<String> inLine(String line, boolean first) {
        if (line.isEmpty() || line.startsWith("#") || ALIASES.contains(line)) return Optional.empty();
        if (first && line.startsWith("TZ=")) return inZone(line.substring(3).strip());
        var fields = line.split("\\s+", FIELDS.size() + 1);
        if (fields.length != FIELDS.size()) return Optional.of("five fields are expected, not " + fields.length);
        for (int i = 0; i < fields.length; i++) {
            var mistake = inField(FIELDS.get(i), fields[i]);
            if (mistake.isPresent()) return mistake;
        }
        return Optional.empty();
    }

    private static Optional<String> inZone(String zone) {
        try {
            ZoneId.of(zone);
            return Optional.empty();
        } catch (DateTimeException _) {
            return Optional.of("Invalid or unsupported timezone '" + zone + "'");
        }
    }

    private static Optional<String> inField(Field field, String text) {
        for (var term : text.split(",", -1)) {
            var match = TERM.matcher(term);
            if (!match.matches()) return Optional.of("‘" + term + "’ is no " + field.name());
            if (!fits(field, match))
                return Optional.of(
                        "‘" + term + "’ is outside of " + field.first + "-" + field.last + " for the " + field.name());
        }
        return Optional.empty();
    }

    private static boolean fits(Field field, Matcher term) {
        boolean hash = term.group("hash") != null;
        int low = number(term.group(hash ? "low" : "first"), field.first);
        int high = number(term.group(hash ? "high" : "last"), hash || term.group("first") == null ? field.last : low);
        int step = number(term.group("step"), 1);
        return field.first <= low && low <= high && high <= field.last && step > 0 && (!hash || step <= high - low + 1);
    }

    private static int number(@Nullable String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }
}
