package hobson.parts.junit;

import hobson.engine.test.SuiteTexts;
import hobson.engine.test.TestDetails;
import hobson.engine.test.TestOutcome;
import hobson.engine.test.TestRecorder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Reads an element that has tests in it: {@code testsuite}, or whatever the root is. Suites inside it come before it, one without tests is
 * none. For one use.
 */
final class SuiteReader {
    private final ReportReader report;
    private final Fields fields;
    private final @Nullable String given;
    private final @Nullable String packageName;
    private final @Nullable String id;
    private final @Nullable String timestamp;
    private final @Nullable String time;
    private TestRecorder.@Nullable Suite suite;
    private boolean failed;
    private @Nullable LongText stdout;
    private @Nullable LongText stderr;
    private Map<String, String> properties = Map.of();

    SuiteReader(ReportReader report, Fields fields) {
        this.report = report;
        this.fields = fields;
        this.given = fields.name("name");
        this.packageName = fields.name("package");
        this.id = fields.name("id");
        this.timestamp = fields.name("timestamp");
        this.time = fields.attribute("time");
    }

    void read() throws XMLStreamException, IOException {
        while (fields.next()) {
            field();
        }
        if (suite != null) {
            suite.end(time == null ? null : Seconds.parse(time), texts());
        }
    }

    private void field() throws XMLStreamException, IOException {
        switch (fields.element()) {
            case "testsuite" -> new SuiteReader(report, fields).read();
            case "testcase" ->
                add(new CaseReader(fields, report.retention(), report.keepProperties()).read(given, name()));
            case "error" -> add(couldNotBegin());
            case "system-out" -> stdout = printed(stdout);
            case "system-err" -> stderr = printed(stderr);
            case "properties" -> properties();
            default -> fields.skip();
        }
    }

    private void add(TestOutcome test) throws IOException {
        var open = suite;
        if (open == null) {
            suite = open = report.recorder().suite(ReportReader.safe(name()), id, timestamp);
        }
        failed |= test.failed();
        open.add(test);
    }

    private String name() {
        if (given == null) {
            return "(" + report.fileName() + ")";
        }
        return packageName == null || packageName.isEmpty() ? given : packageName + "." + given;
    }

    /** The class of the tests could not be loaded. */
    private TestOutcome couldNotBegin() throws XMLStreamException {
        var message = fields.attribute("message");
        var details = new TestDetails(message, fields.trace(), null, null, null, Map.of(), List.of());
        return new TestOutcome("<init>", given == null ? "(?)" : given, Seconds.parse(time), false, details);
    }

    private LongText printed(@Nullable LongText first) throws XMLStreamException {
        var text = fields.text(Retention.MOST);
        return first == null ? text : first;
    }

    private void properties() throws XMLStreamException {
        if (report.keepProperties()) {
            properties = Properties.read(fields);
        } else {
            fields.skip();
        }
    }

    private SuiteTexts texts() throws IOException {
        int ends = report.retention().ends(failed);
        var out = stdout == null ? null : stdout.text(ends);
        var err = stderr == null ? null : stderr.text(ends);
        if (out == null && err == null) {
            out = report.printedBeside(ends);
        }
        return new SuiteTexts(out, err, properties);
    }
}
