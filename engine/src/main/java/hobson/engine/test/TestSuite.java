package hobson.engine.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A suite of a report. Its tests are read while they are looked at, one after the other. */
public final class TestSuite {
    private final Records records;
    private final SuiteEntry entry;
    private @Nullable SuiteTexts texts;

    TestSuite(Records records, SuiteEntry entry) {
        this.records = records;
        this.entry = entry;
    }

    public String name() {
        return entry.name;
    }

    public @Nullable String id() {
        return entry.id;
    }

    /** When it ran, as the report writes it. */
    public @Nullable String timestamp() {
        return entry.timestamp;
    }

    /** Seconds. */
    public float duration() {
        return entry.duration;
    }

    /** Reads the file, once. */
    public SuiteTexts texts() {
        var known = texts;
        if (known == null) {
            try {
                known = entry.texts == SuiteEntry.NO_TEXTS
                        ? SuiteTexts.NONE
                        : Codec.suiteTexts(records.at(entry.texts));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            texts = known;
        }
        return known;
    }

    /** The tests from the {@code from}-th to before the {@code to}-th, in the order of the report; fewer where there are fewer. */
    public Iterable<TestCase> cases(int from, int to) {
        return () -> new Cases(from, Math.min(to, entry.size()));
    }

    /** The test there, whose {@link TestCase#position} that is. */
    public TestCase at(long position) {
        try {
            return TestCase.read(this, position, records.at(position));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Cases implements Iterator<TestCase> {
        private final Iterator<SuiteEntry.Run> runs = entry.runs.iterator();
        private Records.Cursor cursor = records.from(0);
        private int inRun;
        private int left;

        Cases(int from, int to) {
            left = Math.max(0, to - from);
            int skipped = left == 0 ? 0 : from;
            try {
                while (skipped > 0) {
                    int step = Math.min(skipped, inRun());
                    for (int i = 0; i < step; i++) {
                        cursor.skip();
                    }
                    inRun -= step;
                    skipped -= step;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private int inRun() {
            while (inRun == 0) {
                var run = runs.next();
                cursor = records.from(run.start());
                inRun = run.count();
            }
            return inRun;
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public TestCase next() {
            if (left == 0) {
                throw new NoSuchElementException();
            }
            inRun = inRun() - 1;
            left--;
            try {
                long position = cursor.position();
                return TestCase.read(TestSuite.this, position, cursor.next());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
