package hobson.parts.junit;

import hobson.engine.test.TestDetails;
import hobson.engine.test.TestDetails.Rerun;
import hobson.engine.test.TestOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reads one element {@code testcase}. Of elements that come twice the first one counts. For one use. */
final class CaseReader {
    private static final int MOST_RERUNS = 100;
    private static final int ENDS_OF_RERUN = 10_000;

    private final Fields fields;
    private final Retention retention;
    private final boolean keepProperties;
    private @Nullable Failure error;
    private @Nullable Failure failure;
    private boolean skipped;
    private @Nullable String skippedMessage;
    private @Nullable LongText stdout;
    private @Nullable LongText stderr;
    private Map<String, String> properties = Map.of();
    private final List<Rerun> reruns = new ArrayList<>(0);

    CaseReader(Fields fields, Retention retention, boolean keepProperties) {
        this.fields = fields;
        this.retention = retention;
        this.keepProperties = keepProperties;
    }

    private record Failure(@Nullable String message, String trace) {}

    /** @param suite what the class is called when the test does not say */
    TestOutcome read(@Nullable String suite, String otherwise) throws XMLStreamException {
        var className = fields.name("classname");
        var name = fields.name("name");
        float duration = Seconds.parse(fields.attribute("time"));
        while (fields.next()) {
            field();
        }
        if (className == null && suite == null && name != null && name.indexOf('.') > 0) {
            int dot = name.lastIndexOf('.');
            className = name.substring(0, dot);
            name = name.substring(dot + 1);
        }
        var known = className == null ? suite : className;
        return new TestOutcome(
                known == null ? otherwise : known,
                name == null || name.isEmpty() ? "(?)" : name,
                duration,
                skipped,
                details());
    }

    private void field() throws XMLStreamException {
        switch (fields.element()) {
            case "error" -> error = failure(error);
            case "failure" -> failure = failure(failure);
            case "skipped" -> skipped();
            case "system-out" -> stdout = printed(stdout);
            case "system-err" -> stderr = printed(stderr);
            case "properties" -> properties();
            case "flakyFailure", "flakyError" -> rerun(true);
            case "rerunFailure", "rerunError" -> rerun(false);
            default -> fields.skip();
        }
    }

    private Failure failure(@Nullable Failure first) throws XMLStreamException {
        var message = fields.attribute("message");
        var trace = fields.trace();
        return first == null ? new Failure(message, trace) : first;
    }

    private void skipped() throws XMLStreamException {
        var message = fields.attribute("message");
        var text = fields.trace();
        if (!skipped) {
            skipped = true;
            skippedMessage = message == null ? text : message;
        }
    }

    private LongText printed(@Nullable LongText first) throws XMLStreamException {
        var text = fields.text(Retention.MOST);
        return first == null ? text : first;
    }

    private void properties() throws XMLStreamException {
        if (keepProperties) {
            properties = Properties.read(fields);
        } else {
            fields.skip();
        }
    }

    private void rerun(boolean flaky) throws XMLStreamException {
        var message = fields.attribute("message");
        var type = fields.name("type");
        String trace = null;
        String out = null;
        String err = null;
        while (fields.next()) {
            var text = fields.element();
            var content = fields.text(ENDS_OF_RERUN).text(ENDS_OF_RERUN);
            switch (text) {
                case "stackTrace" -> trace = content;
                case "system-out" -> out = content;
                case "system-err" -> err = content;
                default -> {} // nothing that is shown
            }
        }
        if (reruns.size() < MOST_RERUNS) {
            reruns.add(new Rerun(flaky, message, type, trace, out, err));
        }
    }

    private TestDetails details() {
        var reason = error == null ? failure : error;
        int ends = retention.ends(reason != null);
        return new TestDetails(
                reason == null ? null : reason.message,
                reason == null ? null : reason.trace,
                skippedMessage,
                stdout == null ? null : stdout.text(ends),
                stderr == null ? null : stderr.text(ends),
                properties,
                reruns);
    }
}
