package hobson.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant TEN = Instant.parse("2026-01-05T10:00:00Z"); // a Monday

    private static Schedule schedule(String text) throws BadSchedule {
        return Schedule.of(text.replace('|', '\n'), "stuff", ZoneOffset.UTC);
    }

    private static String next(String text, Instant after) throws BadSchedule {
        return schedule(text).next(after).map(Instant::toString).orElse("never");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            * * * * *,                        2026-01-05T10:01:00Z
            0 10 * * *,                       2026-01-06T10:00:00Z
            1 10 * * *,                       2026-01-05T10:01:00Z
            */15 * * * *,                     2026-01-05T10:15:00Z
            "5,20,40-50/4 * * * *",           2026-01-05T10:05:00Z
            40-50/4 * * * *,                  2026-01-05T10:40:00Z
            0 0 * * 0,                        2026-01-11T00:00:00Z
            0 0 * * 7,                        2026-01-11T00:00:00Z
            0 0 * * 6-7,                      2026-01-10T00:00:00Z
            0 0 13 * 5,                       2026-02-13T00:00:00Z
            0 0 */10 * *,                     2026-01-11T00:00:00Z
            0 0 31 4-7 *,                     2026-05-31T00:00:00Z
            0 0 29 2 *,                       2028-02-29T00:00:00Z
            0 0 29 2 0,                       2032-02-29T00:00:00Z
            0 0 31 2 *,                       never
            "",                               never
            # nothing,                        never
            "|0 12 * * *|  # or|0 11 * * *",  2026-01-05T11:00:00Z
            "TZ=Europe/Berlin|0 12 * * *",    2026-01-05T11:00:00Z
            "TZ=GMT+1|0 12 * * *",            2026-01-05T11:00:00Z
            "TZ=Asia/Kolkata|0 0 * * *",      2026-01-05T18:30:00Z
            "0\t11 * *  *",                   2026-01-05T11:00:00Z
            """)
    void next_isTheFirstTimeThatEveryFieldAllows(String text, String expected) throws BadSchedule {
        assertThat(next(text, TEN)).isEqualTo(expected);
        assertThat(next(text, TEN.plusMillis(59_999))).isEqualTo(expected);
    }

    /** Values that Jenkins gives to these names. */
    @ParameterizedTest
    @CsvSource({
        "H 17 * * *,       stuff, 2013-03-21T17:56:00Z",
        "H * * * *,        stuff, 2013-03-21T16:56:00Z",
        "@hourly,          stuff, 2013-03-21T16:56:00Z",
        "@hourly,          junk,  2013-03-21T17:20:00Z",
        "H H(12-13) * * *, stuff, 2013-03-22T13:56:00Z",
    })
    void next_hash_isThatOfTheName(String text, String name, String expected) throws BadSchedule {
        var next = Schedule.of(text, name, ZoneOffset.UTC).next(Instant.parse("2013-03-21T16:21:00Z"));

        assertThat(next).contains(Instant.parse(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@yearly",
                "@annually",
                "@monthly",
                "@weekly",
                "@daily",
                "@midnight",
                "H/20 * * * *",
                "H(10-20)/5 H * * *"
            })
    void next_hash_staysTheSameForEver(String text) throws BadSchedule {
        assertThat(schedule(text).next(TEN))
                .isPresent()
                .isEqualTo(schedule(text).next(TEN));
    }

    @Test
    void hash_linesAfterTheFirst_goOnWithItsNumbers() throws BadSchedule {
        var hours = new ArrayList<String>();
        for (var line : List.of("H 1 * * *", "H 1 * * *|H 2 * * *")) {
            hours.add(next(line, Instant.parse("2026-01-05T01:59:00Z")));
        }

        assertThat(hours.get(1))
                .startsWith("2026-01-05T02:")
                .isNotEqualTo(hours.get(0).replace("T01", "T02"));
    }

    @Test
    void next_wallClockSkipsTheTime_waitsForTheNextDay() throws BadSchedule {
        var half = Schedule.of("30 2 * * *", "a", BERLIN);

        assertThat(half.next(berlin("2026-03-29T00:00:00+01:00"))).contains(berlin("2026-03-30T02:30:00+02:00"));
        assertThat(Schedule.of("0 3 * * *", "a", BERLIN).next(berlin("2026-03-29T00:00:00+01:00")))
                .contains(berlin("2026-03-29T03:00:00+02:00"));
    }

    @Test
    void next_wallClockShowsTheTimeTwice_comesTwice() throws BadSchedule {
        var half = Schedule.of("30 2 * * *", "a", BERLIN);
        var first = half.next(berlin("2026-10-25T00:00:00+02:00")).orElseThrow();

        assertThat(first).isEqualTo(berlin("2026-10-25T02:30:00+02:00"));
        assertThat(half.next(first)).contains(berlin("2026-10-25T02:30:00+01:00"));
    }

    @Test
    void next_zoneMovesByHalfAnHour_isRightOnBothSides() throws BadSchedule {
        var island = Schedule.of("*/15 * * * *", "a", ZoneId.of("Australia/Lord_Howe"));
        var times = new ArrayList<Instant>();
        for (var at = Instant.parse("2026-04-04T14:30:00Z"); times.size() < 4; times.add(at)) {
            at = island.next(at).orElseThrow();
        }

        assertThat(times).last().isEqualTo(Instant.parse("2026-04-04T15:30:00Z"));
    }

    private static Instant berlin(String time) {
        return ZonedDateTime.parse(time).toInstant();
    }

    @Test
    void previous_isTheLastThatIsNotLater() throws BadSchedule {
        assertThat(schedule("0 10 * * *").previous(TEN)).contains(TEN);
        assertThat(schedule("1 10 * * *").previous(TEN)).contains(Instant.parse("2026-01-04T10:01:00Z"));
        assertThat(schedule("0 0 31 2 *").previous(TEN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            * * * *,                 "line 1: five fields are expected, not 4"
            * * * * * *,             "line 1: five fields are expected, not 6"
            60 * * * *,              "60 is an invalid value. Must be within 0 and 59"
            * 24 * * *,              "24 is an invalid value. Must be within 0 and 23"
            * * 0 * *,               "0 is an invalid value. Must be within 1 and 31"
            * * * 13 *,              "13 is an invalid value. Must be within 1 and 12"
            * * * * 8,               "8 is an invalid value. Must be within 0 and 7"
            5-1 * * * *,             "You mean 1-5?"
            */0 * * * *,             "step must be positive, but found 0"
            H/61 * * * *,            "61 is an invalid value. Must be within 1 and 60"
            H(1-5)/6 * * * *,        "6 is an invalid value. Must be within 1 and 5"
            H(5-1) * * * *,          "You mean 1-5?"
            5/2 * * * *,             "‘5/2’ is no minute"
            * * * JAN *,             "‘JAN’ is no month"
            * * * * MON,             "‘MON’ is no day of week"
            "1, * * * *",            "‘’ is no minute"
            h * * * *,               "‘h’ is no minute"
            @often,                  "five fields are expected"
            "0 0 * * *|TZ=UTC",      "line 2"
            "TZ=Moon/Crater",        "Invalid or unsupported timezone 'Moon/Crater'"
            99999999999 * * * *,     "is no minute"
            """)
    void of_mistake_isSaidInOneSentence(String text, String sentence) {
        assertThatThrownBy(() -> schedule(text)).isInstanceOf(BadSchedule.class).hasMessageContaining(sentence);
    }

    @Test
    void of_veryLongText_isRefused() {
        assertThatThrownBy(() -> schedule("#".repeat(10_001))).hasMessageContaining("at most 10000 characters");
    }
}
