package hobson.remote.read;

import hobson.engine.Reader;
import hobson.export.Kind;
import hobson.export.Schema;
import java.util.AbstractList;
import java.util.List;

/**
 * One number, averaged over time: {@code hudson.model.MultiStageTimeSeries} (objects.md §11). Each average forgets a tenth of
 * what it was with each new value. Used by many threads.
 */
final class LoadSeries {
    private static final float DECAY = 0.9f;
    private static final int TENS_OF_SECONDS = 6 * 60;
    private static final int MINUTES = 24 * 60;
    private static final int HOURS = 28 * 24;
    private static final int PER_MINUTE = 6;
    private static final int PER_HOUR = 360;
    private static final float[] NOTHING = {};

    private volatile Averages averages = new Averages(History.EMPTY, History.EMPTY, History.EMPTY);
    private int count;

    private record Averages(History hour, History min, History sec10) {}

    /** Takes the number as it is now; called every ten seconds. */
    synchronized void add(float value) {
        count = (count + 1) % PER_HOUR;
        var now = averages;
        averages = new Averages(
                count == 0 ? now.hour.with(value, HOURS) : now.hour,
                count % PER_MINUTE == 0 ? now.min.with(value, MINUTES) : now.min,
                now.sec10.with(value, TENS_OF_SECONDS));
    }

    float latest() {
        return averages.sec10.latest();
    }

    static Schema<LoadSeries, Reader> schema() {
        var history = Schema.<History, Reader>named("hudson.model.TimeSeries")
                .list("history", Kind.<Float, Reader>simple(), (h, _) -> h)
                .value("latest", (h, _) -> h.latest())
                .build();
        return Schema.<LoadSeries, Reader>named("hudson.model.MultiStageTimeSeries")
                .object("hour", Kind.exactly(history), (series, _) -> series.averages.hour)
                .object("min", Kind.exactly(history), (series, _) -> series.averages.min)
                .object("sec10", Kind.exactly(history), (series, _) -> series.averages.sec10)
                .build();
    }

    /** Averages, newest first. Immutable; one that has always been zero takes no room. */
    private static final class History extends AbstractList<Float> {
        static final History EMPTY = new History(NOTHING, 1);

        /** Empty when all are zero. */
        private final float[] values;

        private final int size;

        private History(float[] values, int size) {
            this.values = values;
            this.size = size;
        }

        History with(float value, int most) {
            int longer = Math.min(size + 1, most);
            if (value == 0 && values.length == 0) return longer == size ? this : new History(values, longer);
            var all = new float[longer];
            System.arraycopy(values, 0, all, 1, Math.min(values.length, longer - 1));
            all[0] = latest() * DECAY + value * (1 - DECAY);
            return new History(all, longer);
        }

        float latest() {
            return get(0);
        }

        @Override
        public Float get(int index) {
            return values.length == 0 ? 0f : values[index];
        }

        @Override
        public int size() {
            return size;
        }
    }

    /** All averages, for tests and pages: tens of seconds, newest first. */
    List<Float> recent() {
        return averages.sec10;
    }
}
