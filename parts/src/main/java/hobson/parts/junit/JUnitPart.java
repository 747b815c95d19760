package hobson.parts.junit;

import hobson.parts.Part;
import hobson.parts.Reading;
import hobson.parts.Role;
import hobson.parts.document.Element;
import hobson.parts.document.XmlStreams;
import java.util.List;
import java.util.Locale;

/** {@code hudson.tasks.junit.JUnitResultArchiver}. */
public final class JUnitPart implements Part {
    /** What other plugins add to the results; none of them is known. */
    private static final Role<Object> TEST_DATA = new Role<>("test data publisher", Object.class);

    private final XmlStreams xml = new XmlStreams();

    @Override
    public List<Reading<?>> reads() {
        return List.of(Reading.of(Role.PUBLISHER, "hudson.tasks.junit.JUnitResultArchiver", this::archiver));
    }

    private JUnitArchiver archiver(Element e, Reading.Nested nested) {
        e.child("testDataPublishers").ifPresent(publishers -> {
            var _ = nested.children(publishers, TEST_DATA);
        });
        return new JUnitArchiver(
                xml,
                e.text("testResults").orElse(""),
                retention(e),
                e.flag("keepProperties", false),
                e.flag("allowEmptyResults", false),
                e.text("healthScaleFactor").map(JUnitPart::scale).orElse(1.0),
                e.flag("skipMarkingBuildUnstable", false),
                e.flag("skipOldReports", false));
    }

    private static Retention retention(Element e) {
        return switch (e.text("stdioRetention").orElse("").strip().toUpperCase(Locale.ROOT)) {
            case "ALL" -> Retention.ALL;
            case "FAILED" -> Retention.FAILED;
            case "NONE" -> Retention.NONE;
            default -> e.flag("keepLongStdio", false) ? Retention.ALL : Retention.NONE;
        };
    }

    private static double scale(String text) {
        try {
            double scale = Double.parseDouble(text.strip());
            return scale >= 0 && Double.isFinite(scale) ? scale : 1;
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
