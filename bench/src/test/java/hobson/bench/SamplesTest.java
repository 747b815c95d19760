package hobson.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void median_oddNumberInAnyOrder_middleOne() {
        assertThat(new Samples(9, 1, 5).median()).isEqualTo(5);
    }

    @Test
    void median_twoSamples_smallerOne() {
        assertThat(new Samples(4, 2).median()).isEqualTo(2);
    }

    @Test
    void percentile_ends_smallestAndLargest() {
        var samples = new Samples(3, 1, 2);
        assertThat(samples.percentile(0)).isEqualTo(1);
        assertThat(samples.percentile(100)).isEqualTo(3);
    }

    @Test
    void percentile_99of200_twoAreLarger() {
        var values = new double[200];
        for (int i = 0; i < values.length; i++) {
            values[i] = i + 1;
        }
        assertThat(new Samples(values).percentile(99)).isEqualTo(198);
    }

    @Test
    void values_changedByTheCaller_samplesStay() {
        double[] values = {1, 2, 3};
        var samples = new Samples(values);
        values[1] = 100;
        assertThat(samples.median()).isEqualTo(2);
    }

    @Test
    void samples_none_refused() {
        assertThatIllegalArgumentException().isThrownBy(Samples::new);
    }

    @Test
    void percentile_outOfRange_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Samples(1).percentile(101));
    }
}
