package hobson.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ProcessRecordTest {

    @Test
    void parse_bothLines_areIdAndCode() {
        assertThat(ProcessRecord.parse("4711\n137\n"))
                .isEqualTo(new ProcessRecord(OptionalInt.of(4711), OptionalInt.of(137)));
    }

    @Test
    void parse_lineWithoutEnd_isNotThereYet() {
        assertThat(ProcessRecord.parse("4711\n13"))
                .isEqualTo(new ProcessRecord(OptionalInt.of(4711), OptionalInt.empty()));
        assertThat(ProcessRecord.parse("47")).isEqualTo(new ProcessRecord(OptionalInt.empty(), OptionalInt.empty()));
    }

    @Test
    void parse_whatADeadDiskLeaves_saysNothing() {
        assertThat(ProcessRecord.parse("\0\0\0\0\n-1\n9\n"))
                .isEqualTo(new ProcessRecord(OptionalInt.empty(), OptionalInt.empty()));
        assertThat(ProcessRecord.parse("")).isEqualTo(new ProcessRecord(OptionalInt.empty(), OptionalInt.empty()));
    }
}
