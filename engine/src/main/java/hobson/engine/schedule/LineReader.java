package hobson.engine.schedule;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one line of a schedule after the other; the numbers of {@code H} go on from line to line. For one thread. */
final class LineReader {
    private static final Map<String, String> ALIASES = Map.of(
            "@yearly", "H H H H *",
            "@annually", "H H H H *",
            "@monthly", "H H H * *",
            "@weekly", "H H * * H",
            "@daily", "H H * * *",
            "@midnight", "H H(0-2) * * *",
            "@hourly", "H * * * *");

    private static final Pattern TERM = Pattern.compile("(?<number>\\d{1,9})"
            + "|(?:(?<from>\\d{1,9})-(?<to>\\d{1,9})|(?<all>\\*)|(?<hash>H)(?:\\((?<low>\\d{1,9})-(?<high>\\d{1,9})\\))?)"
            + "(?:/(?<step>\\d{1,9}))?");

    private final NameHash hash;

    LineReader(NameHash hash) {
        this.hash = hash;
    }

    Line read(String line) throws BadSchedule {
        var columns = ALIASES.getOrDefault(line, line).split("[ \t]+", -1);
        var fields = Field.values();
        if (columns.length != fields.length) {
            throw new BadSchedule("five fields are expected, not " + columns.length);
        }
        var bits = new long[fields.length];
        for (int i = 0; i < fields.length; i++) {
            bits[i] = column(fields[i], columns[i]);
        }
        return new Line(bits[0], bits[1], bits[2], bits[3], Line.withOneSunday(bits[4]));
    }

    private long column(Field field, String text) throws BadSchedule {
        long bits = 0;
        for (var term : text.split(",", -1)) {
            bits |= term(field, term);
        }
        return bits;
    }

    private long term(Field field, String text) throws BadSchedule {
        var term = TERM.matcher(text);
        if (!term.matches()) {
            throw new BadSchedule("‘" + text + "’ is no " + field.title());
        }
        if (term.group("number") != null) {
            int value = number(term, "number", 0);
            return field.range(value, value, 1);
        }
        int step = number(term, "step", 1);
        if (term.group("hash") == null) {
            return field.range(number(term, "from", field.first), number(term, "to", field.last), step);
        }
        return field.hashed(number(term, "low", field.first), number(term, "high", field.lastOfHash), step, hash);
    }

    private static int number(Matcher term, String group, int otherwise) {
        @Nullable String digits = term.group(group);
        return digits == null ? otherwise : Integer.parseInt(digits);
    }
}
