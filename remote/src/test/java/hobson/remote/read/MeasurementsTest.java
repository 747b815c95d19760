package hobson.remote.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeasurementsTest {

    @Test
    void series_newValue_countsATenth() {
        var series = new LoadSeries();

        series.add(10);
        series.add(10);

        assertThat(series.recent()).hasSize(3);
        assertThat(series.latest()).isCloseTo(1.9f, within(0.0001f));
        assertThat(series.recent().get(1)).isCloseTo(1.0f, within(0.0001f));
        assertThat(series.recent().get(2)).isZero();
    }

    @Test
    void series_manyValues_keepsAnHourOfThem() {
        var series = new LoadSeries();

        for (int i = 0; i < 1_000; i++) series.add(2);

        assertThat(series.recent()).hasSize(360);
        assertThat(series.latest()).isCloseTo(2f, within(0.001f));
    }

    @Test
    void memory_ofLinux_isReadInBytes() {
        var memory = NodeMonitors.memory("""
                MemTotal:       24612796 kB
                MemFree:        11111111 kB
                MemAvailable:   22000000 kB
                SwapTotal:             0 kB
                """);

        assertThat(memory).isEqualTo(new NodeMonitors.Memory(22_000_000L * 1024, -1, 24_612_796L * 1024, 0));
    }
}
