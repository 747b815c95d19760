package hobson.bench;

import java.util.Arrays;

/** Figures of the same kind, and what stands for all of them. */
final class Samples {
    private final double[] values;

    Samples(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("there is no sample to look at");
        }
        this.values = values.clone();
        Arrays.sort(this.values);
    }

    double median() {
        return percentile(50);
    }

    /** The smallest sample that at least that part of all does not exceed; of two samples the median is the smaller one. */
    double percentile(double percent) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("a percentile is between 0 and 100, not " + percent);
        }
        int rank = (int) Math.ceil(percent / 100 * values.length);
        return values[Math.max(rank, 1) - 1];
    }
}
