package hobson.engine.schedule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Times at which something happens, to the minute, as lines of Jenkins' cron say ({@code queue-and-scheduling.md §15.2}). Immutable.
 *
 * <p>They are times of the clock on the wall in the schedule's zone: one that the clock skips when summer time begins never comes,
 * and one that it shows twice when it ends comes twice.
 */
public final class Schedule {
    private static final int LONGEST = 10_000;
    private static final int MINUTE = 60;
    private static final String ZONE = "TZ=";

    /** The 29th of February on a given day of the week comes after 40 years at the latest; what does not come in 50 never will. */
    private static final Duration HORIZON = Duration.ofDays(50 * 366);

    private final List<Line> lines;
    private final ZoneId zone;

    private Schedule(List<Line> lines, ZoneId zone) {
        this.lines = List.copyOf(lines);
        this.zone = zone;
    }

    /**
     * Reads lines of five fields, aliases, comments, and a zone on the first line.
     *
     * @param name what {@code H} is made of: a job's full name
     * @param zone when the text names none
     * @throws BadSchedule with the line of the mistake
     */
    public static Schedule of(String text, String name, ZoneId zone) throws BadSchedule {
        if (text.length() > LONGEST) {
            throw new BadSchedule("A schedule has at most " + LONGEST + " characters");
        }
        var reader = new LineReader(new NameHash(name));
        var lines = new ArrayList<Line>();
        var chosen = zone;
        int number = 0;
        for (var raw : text.split("\n", -1)) {
            number++;
            var line = raw.strip();
            if (number == 1 && line.startsWith(ZONE)) {
                chosen = zone(line.substring(ZONE.length()));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                lines.add(read(reader, line, number));
            }
        }
        return new Schedule(lines, chosen);
    }

    private static Line read(LineReader reader, String line, int number) throws BadSchedule {
        try {
            return reader.read(line);
        } catch (BadSchedule e) {
            throw new BadSchedule("Invalid input: \"" + line + "\": line " + number + ": " + e.getMessage());
        }
    }

    private static ZoneId zone(String name) throws BadSchedule {
        try {
            return ZoneId.of(name, ZoneId.SHORT_IDS);
        } catch (DateTimeException e) {
            throw new BadSchedule("Invalid or unsupported timezone '" + name + "'");
        }
    }

    /** The first of its times after that moment, strictly; empty when there is none, ever. */
    public Optional<Instant> next(Instant after) {
        long from = Math.floorDiv(after.getEpochSecond(), MINUTE) * MINUTE + MINUTE;
        return lines.isEmpty() ? Optional.empty() : search(Instant.ofEpochSecond(from), after.plus(HORIZON));
    }

    /** From one change of the clock to the next it runs evenly, so each stretch is searched by itself. */
    private Optional<Instant> search(Instant from, Instant horizon) {
        for (var at = from; at.isBefore(horizon); ) {
            var change = zone.getRules().nextTransition(at);
            var end = change == null || change.getInstant().isAfter(horizon) ? horizon : change.getInstant();
            var found = first(at, end);
            if (found != null) {
                return Optional.of(found);
            }
            at = end;
        }
        return Optional.empty();
    }

    private @Nullable Instant first(Instant from, Instant end) {
        var offset = zone.getRules().getOffset(from);
        var start = LocalDateTime.ofInstant(from, offset);
        var limit = LocalDateTime.ofInstant(end, offset);
        Instant first = null;
        for (var line : lines) {
            var found = line.first(start, limit);
            if (found != null && (first == null || found.toInstant(offset).isBefore(first))) {
                first = found.toInstant(offset);
            }
        }
        return first;
    }

    /** The last of its times that is not after that moment; empty when there was none for two years. */
    public Optional<Instant> previous(Instant now) {
        long low = 0;
        long high = Duration.ofDays(2 * 366).toMinutes();
        var last = Optional.<Instant>empty();
        while (low <= high) { // the later one begins to look, the later is what one finds
            long back = (low + high) / 2;
            var found = next(now.minus(Duration.ofMinutes(back))).filter(time -> !time.isAfter(now));
            if (found.isPresent()) {
                last = found;
                high = back - 1;
            } else {
                low = back + 1;
            }
        }
        return last;
    }
}
