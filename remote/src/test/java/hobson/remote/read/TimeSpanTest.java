package hobson.remote.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeSpanTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "87, 87 ms",
        "100, 0.1 sec",
        "255, 0.25 sec",
        "999, 0.99 sec",
        "1000, 1 sec",
        "4960, 4.9 sec",
        "9999, 9.9 sec",
        "10000, 10 sec",
        "59999, 59 sec",
        "60000, 1 min 0 sec",
        "65000, 1 min 5 sec",
        "599999, 9 min 59 sec",
        "720000, 12 min",
        "5400000, 1 hr 30 min",
        "36000000, 10 hr",
        "172800000, 2 days 0 hr",
        "187200000, 2 days 4 hr",
        "90000000, 1 day 1 hr",
        "7862400000, 3 mo 1 day",
        "36720000000, 1 yr 2 mo",
    })
    void of_millis_isInAtMostTwoUnits(long millis, String text) {
        assertThat(TimeSpan.of(millis)).isEqualTo(text);
    }
}
