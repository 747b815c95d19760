package hobson.parts.junit;

import hobson.engine.run.StepFailed;
import hobson.engine.test.SuiteTexts;
import hobson.engine.test.TestDetails;
import hobson.engine.test.TestOutcome;
import hobson.engine.test.TestRecorder;
import hobson.parts.document.XmlStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one report into a recorder, as Maven's Surefire, Gradle, Ant, pytest, gotestsum, Jest and the others write it.
 *
 * @param file no link on the way to it
 */
record ReportReader(Path file, TestRecorder recorder, Retention retention, boolean keepProperties) {
    private static final Pattern OF_SUREFIRE = Pattern.compile("TEST-(.+)\\.xml");

    /** Characters that have a meaning in addresses. */
    private static final Pattern UNSAFE = Pattern.compile("[/\\\\:?#%<>]");

    /** What the report says is kept when it is whole; of a broken one, only that it is. */
    void read(XmlStreams xml) throws IOException {
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            boolean _ = xml.read(in, null, reader -> {
                var fields = new Fields(reader);
                if (fields.next()) {
                    new SuiteReader(this, fields).read();
                }
                while (reader.hasNext()) {
                    reader.next();
                }
                return true;
            });
        } catch (XMLStreamException e) {
            recorder.drop();
            if (!fileName().endsWith(".xml")) {
                throw new StepFailed("Failed to read " + file
                        + "\nIs this really a JUnit report file? Your configuration must be matching too many files");
            }
            broken("[failed-to-read]", "Failed to read test report file " + file + "\n" + e.getMessage());
        }
        recorder.keep();
    }

    /** What a tool leaves that ended in the middle. */
    void readEmpty() throws IOException {
        broken("[empty]", "Test report file " + file + " was length 0");
        recorder.keep();
    }

    private void broken(String test, String reason) throws IOException {
        var suite = recorder.suite(fileName(), null, null);
        var details = new TestDetails("", reason, null, null, null, Map.of(), List.of());
        suite.add(new TestOutcome(fileName(), test, 0, false, details));
        suite.end(null, new SuiteTexts("", "", Map.of()));
    }

    String fileName() {
        return String.valueOf(file.getFileName());
    }

    static String safe(String name) {
        return name.isEmpty() ? "(empty)" : UNSAFE.matcher(name).replaceAll("_");
    }

    /** What Surefire has written into a file of its own; null when there is none. */
    @Nullable
    String printedBeside(int ends) throws IOException {
        var name = OF_SUREFIRE.matcher(fileName());
        return name.matches() ? PrintedFile.read(file.resolveSibling(name.group(1) + "-output.txt"), ends) : null;
    }
}
