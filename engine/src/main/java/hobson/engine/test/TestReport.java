package hobson.engine.test;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What the tests of a build came to. Of the suites it holds what they are called and where they are, a few hundred bytes each; everything
 * else is read while it is looked at.
 */
public final class TestReport {
    private final Trailer trailer;
    private final List<TestSuite> suites;

    private TestReport(Trailer trailer, List<TestSuite> suites) {
        this.trailer = trailer;
        this.suites = List.copyOf(suites);
    }

    /** @throws java.nio.file.NoSuchFileException there is none */
    public static TestReport open(Path file) throws IOException {
        var records = new Records(file);
        Trailer trailer;
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            trailer = Trailer.read(channel, file);
        }
        var suites = new ArrayList<TestSuite>();
        for (var entry : entries(records, trailer)) {
            suites.add(new TestSuite(records, entry));
        }
        return new TestReport(trailer, suites);
    }

    static List<SuiteEntry> entries(Records records, Trailer trailer) throws IOException {
        var entries = new ArrayList<SuiteEntry>(trailer.suites());
        var cursor = records.from(trailer.suitesAt());
        for (int i = 0; i < trailer.suites(); i++) {
            entries.add(SuiteEntry.read(cursor.next()));
        }
        return entries;
    }

    public TestTotals totals() {
        return trailer.totals();
    }

    /** Seconds. */
    public float duration() {
        return trailer.duration();
    }

    /** In the order of the reports. */
    public List<TestSuite> suites() {
        return suites;
    }
}
