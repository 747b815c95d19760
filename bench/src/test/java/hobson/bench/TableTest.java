package hobson.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void markdown_rows_oneLineEachWithVerdict() {
        var table = new Table(List.of(
                Row.atMost("start", 0.25, 0.4, "s"),
                Row.atLeast("a|b", 900, 1_000, "/s"),
                Row.part("read", 39, 100, 40)));
        assertThat(table.markdown()).isEqualTo("""
                | measure | server | limit of the machine | ratio | must reach | |
                |---|--:|--:|--:|--:|---|
                | start | 0.25 s | | | ≤ 0.40 s | met |
                | a\\|b | 900/s | | | ≥ 1,000/s | **missed** |
                | read | 39/s | 100/s | 39 % | ≥ 40 % | **missed** |
                """);
    }

    @Test
    void atMost_exactlyTheTarget_met() {
        assertThat(Row.atMost("x", 110, 110, "MB").met()).isTrue();
    }

    @Test
    void part_noLimitKnown_missed() {
        assertThat(Row.part("x", 100, 0, 40).met()).isFalse();
    }

    @Test
    void number_largeAndSmall_threeDigitsThatCount() {
        assertThat(Row.number(123_456.7, "/s")).isEqualTo("123,457/s");
        assertThat(Row.number(12.34, "ms")).isEqualTo("12.3 ms");
        assertThat(Row.number(0.123, "s")).isEqualTo("0.12 s");
        assertThat(Row.number(1, "s")).isEqualTo("1 s");
    }
}
