package hobson.engine.test;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records the tests of a build as they are read from reports: none of them stays in memory. What a report says counts when it was read
 * to its end ({@link #keep}). For one thread.
 */
public final class TestRecorder implements Closeable {
    private static final int MOST_TESTS = 10_000_000;

    private final Path file;
    private final Path unfinished;
    private final int build;
    private final @Nullable FileChannel earlierFile;
    private final @Nullable CaseTable earlier;
    private final Output out;
    private final Map<String, List<SuiteEntry>> byName = new HashMap<>();
    private final List<SuiteEntry> suites = new ArrayList<>();
    private final List<Suite> pending = new ArrayList<>();
    private final Counts before;
    private long keptUpTo;
    private float duration;
    private Counts kept;
    private Counts counts;

    private record Counts(int failed, int skipped, int total) {
        Counts plus(TestStatus status) {
            return new Counts(
                    failed + (status.isFailure() ? 1 : 0), skipped + (status == TestStatus.SKIPPED ? 1 : 0), total + 1);
        }
    }

    /**
     * @param file where the report will be; its folder exists
     * @param build the build's number
     * @param goesOnWith the report of this build that another publisher has made; null for the first one
     * @param earlier the report of the last build that has one
     */
    TestRecorder(Path file, int build, @Nullable Path goesOnWith, @Nullable Path earlier) throws IOException {
        this.file = file;
        this.unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        this.build = build;
        this.out = new Output(unfinished);
        this.counts = new Counts(0, 0, 0);
        if (goesOnWith != null) {
            goOnWith(goesOnWith);
        }
        this.kept = counts;
        this.before = counts;
        this.earlierFile = earlier == null ? null : FileChannel.open(earlier, StandardOpenOption.READ);
        this.earlier = earlierFile == null || earlier == null ? null : table(earlierFile, earlier);
    }

    private static CaseTable table(FileChannel channel, Path path) throws IOException {
        var trailer = Trailer.read(channel, path);
        return CaseTable.open(channel, trailer.tableAt(), trailer.places());
    }

    private void goOnWith(Path report) throws IOException {
        Trailer trailer;
        try (var channel = FileChannel.open(report, StandardOpenOption.READ)) {
            trailer = Trailer.read(channel, report);
        }
        for (var entry : TestReport.entries(new Records(report), trailer)) {
            add(entry);
        }
        out.begin(report, trailer.suitesAt());
        keptUpTo = trailer.suitesAt();
        duration = trailer.duration();
        var totals = trailer.totals();
        counts = new Counts(totals.failed(), totals.skipped(), totals.total());
    }

    private void add(SuiteEntry entry) {
        suites.add(entry);
        byName.computeIfAbsent(entry.name, _ -> new ArrayList<>(1)).add(entry);
    }

    /** A suite of the report that is being read. Suites may be inside each other. */
    public final class Suite {
        private final SuiteEntry entry;
        private float durationOfCases;
        private long end = -1;

        private Suite(SuiteEntry entry) {
            this.entry = entry;
        }

        public void add(TestOutcome test) throws IOException {
            if (counts.total == MOST_TESTS) {
                throw new IOException("more than " + MOST_TESTS + " tests");
            }
            var status = status(test);
            long start = out.add(record -> TestCase.write(test, status.status(), status.failedSince(), record));
            var run = end == start ? entry.runs.removeLast() : new SuiteEntry.Run(start, 0);
            entry.runs.add(new SuiteEntry.Run(run.start(), run.count() + 1));
            end = out.position();
            durationOfCases += test.duration();
            counts = counts.plus(status.status());
        }

        private CaseTable.State status(TestOutcome test) {
            if (test.skipped()) {
                return new CaseTable.State(TestStatus.SKIPPED, 0);
            }
            var last = earlier == null ? null : earlier.find(entry.name, test.className(), test.name());
            boolean passedLast = last != null && last.status().isPass();
            if (!test.failed()) {
                return new CaseTable.State(last == null || passedLast ? TestStatus.PASSED : TestStatus.FIXED, 0);
            }
            return new CaseTable.State(
                    passedLast ? TestStatus.REGRESSION : TestStatus.FAILED,
                    last != null && last.status().isFailure() ? last.failedSince() : build);
        }

        /** @param seconds null when the report does not say how long it took: as long as its tests */
        public void end(@Nullable Float seconds, SuiteTexts texts) throws IOException {
            entry.timed = seconds != null;
            entry.duration = seconds == null ? durationOfCases : seconds;
            if (!texts.equals(SuiteTexts.NONE)) {
                entry.texts = out.add(record -> Codec.write(texts, record));
            }
            pending.add(this);
        }
    }

    public Suite suite(String name, @Nullable String id, @Nullable String timestamp) {
        return new Suite(new SuiteEntry(name, id, timestamp));
    }

    /** The report was read to its end. */
    public void keep() {
        for (var suite : pending) {
            duration += suite.entry.duration;
            var same = byName.getOrDefault(suite.entry.name, List.of()).stream()
                    .filter(suite.entry::isSame)
                    .findFirst();
            same.ifPresentOrElse(entry -> entry.merge(suite.entry, suite.durationOfCases), () -> add(suite.entry));
        }
        pending.clear();
        keptUpTo = out.position();
        kept = counts;
    }

    /** Forgets what was recorded since the last report was kept. */
    public void drop() throws IOException {
        pending.clear();
        out.truncate(keptUpTo);
        counts = kept;
    }

    /** Whether this recorder has kept no test. */
    public boolean isEmpty() {
        return kept.total == before.total;
    }

    /** Whether there are failures that only this recorder has seen. */
    public boolean hasFailures() {
        return kept.failed > before.failed;
    }

    /** Puts the report in its place; it is on disk when this returns. */
    public TestTotals finish(double healthScale) throws IOException {
        var totals = new TestTotals(kept.failed, kept.skipped, kept.total, healthScale);
        long suitesAt = out.position();
        for (var entry : suites) {
            out.add(entry::write);
        }
        long tableAt = out.position();
        long places = CaseTable.places(totals.total());
        var channel = out.flush();
        try (var table = CaseTable.create(channel, tableAt, places)) {
            fill(table);
        }
        new Trailer(suitesAt, suites.size(), tableAt, places, duration, totals).write(channel, channel.size());
        channel.force(true);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        return totals;
    }

    private void fill(CaseTable table) {
        var records = new Records(unfinished);
        for (var entry : suites) {
            for (var test : new TestSuite(records, entry).cases(0, Integer.MAX_VALUE)) {
                table.put(entry.name, test);
            }
        }
    }

    /** What was not finished is gone. */
    @Override
    public void close() throws IOException {
        out.close();
        if (earlier != null) {
            earlier.close();
        }
        if (earlierFile != null) {
            earlierFile.close();
        }
        Files.deleteIfExists(unfinished);
    }
}
