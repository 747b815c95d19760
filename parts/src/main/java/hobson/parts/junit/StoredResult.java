package hobson.parts.junit;

import hobson.engine.test.SuiteTexts;
import hobson.engine.test.TestDetails;
import hobson.engine.test.TestOutcome;
import hobson.engine.test.TestRecorder;
import hobson.parts.document.XmlStreams;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reads the results of a build's tests as a Jenkins keeps them: {@code junitResult.xml}. For one thread. */
public final class StoredResult {
    private static final int LONGEST_NAME = 4_000;

    private final Fields fields;
    private final TestRecorder recorder;

    private StoredResult(Fields fields, TestRecorder recorder) {
        this.fields = fields;
        this.recorder = recorder;
    }

    /** @throws XMLStreamException it is none, or ends in the middle: nothing of it counts */
    public static void read(InputStream file, XmlStreams xml, TestRecorder recorder)
            throws XMLStreamException, IOException {
        boolean _ = xml.read(file, null, reader -> {
            var fields = new Fields(reader);
            if (fields.next()) {
                new StoredResult(fields, recorder).result();
            }
            while (reader.hasNext()) {
                reader.next();
            }
            return true;
        });
        recorder.keep();
    }

    private void result() throws XMLStreamException, IOException {
        while (fields.next()) {
            if (fields.element().equals("suites")) {
                while (fields.next()) {
                    suite();
                }
            } else {
                fields.skip();
            }
        }
    }

    /** What a suite is called comes before its tests. */
    private void suite() throws XMLStreamException, IOException {
        String name = "";
        String id = null;
        String timestamp = null;
        String out = null;
        String err = null;
        Float duration = null;
        TestRecorder.Suite suite = null;
        while (fields.next()) {
            switch (fields.element()) {
                case "name" -> name = name();
                case "id" -> id = name();
                case "timestamp" -> timestamp = name();
                case "duration" -> duration = Seconds.parse(name());
                case "stdout" -> out = printed();
                case "stderr" -> err = printed();
                case "cases" -> {
                    suite = suite == null ? recorder.suite(ReportReader.safe(name), id, timestamp) : suite;
                    cases(suite);
                }
                default -> fields.skip();
            }
        }
        if (suite != null) {
            suite.end(duration, new SuiteTexts(out, err, Map.of()));
        }
    }

    private void cases(TestRecorder.Suite suite) throws XMLStreamException, IOException {
        while (fields.next()) {
            suite.add(test());
        }
    }

    private TestOutcome test() throws XMLStreamException {
        var className = "";
        var name = "";
        var flags = new boolean[1];
        float duration = 0;
        var texts = new @Nullable String[5];
        while (fields.next()) {
            switch (fields.element()) {
                case "className" -> className = name();
                case "testName" -> name = name();
                case "duration" -> duration = Seconds.parse(name());
                case "skipped" -> flags[0] = name().equals("true");
                case "errorDetails" -> texts[0] = fields.trace();
                case "errorStackTrace" -> texts[1] = fields.trace();
                case "skippedMessage" -> texts[2] = fields.trace();
                case "stdout" -> texts[3] = printed();
                case "stderr" -> texts[4] = printed();
                default -> fields.skip();
            }
        }
        return new TestOutcome(
                className.isEmpty() ? "(root)" : className,
                name.isEmpty() ? "(?)" : name,
                duration,
                flags[0],
                new TestDetails(texts[0], texts[1], texts[2], texts[3], texts[4], Map.of(), List.of()));
    }

    private String name() throws XMLStreamException {
        var name = fields.text(LONGEST_NAME).text(LONGEST_NAME).strip();
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private String printed() throws XMLStreamException {
        return fields.text(Retention.MOST).text(Retention.MOST);
    }
}
