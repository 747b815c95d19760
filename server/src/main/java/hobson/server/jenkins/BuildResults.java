package hobson.server.jenkins;

import hobson.engine.build.Build;
import hobson.engine.build.BuildId;
import hobson.engine.scm.LastChanges;
import hobson.engine.test.TestReports;
import hobson.parts.document.Element;
import hobson.parts.document.XmlStreams;
import hobson.parts.git.GitSources;
import hobson.parts.git.StoredCheckout;
import hobson.parts.junit.StoredResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Takes in what the builds of one job found out: their tests, and what they got from Git. The older builds come first. */
final class BuildResults {
    private static final int BUFFER = 64 * 1024;
    private static final int LARGEST_CHANGE_LOG = 16 << 20;
    private static final int MOST_AUTHORS = 1_000;
    private static final String TESTS = "hudson.tasks.junit.TestResultAction";

    private final TestReports tests;
    private final LastChanges lastChanges;
    private final JenkinsHome home;
    private final ImportReport report;
    private final XmlStreams xml = new XmlStreams();
    private @Nullable BuildId last;

    BuildResults(TestReports tests, LastChanges lastChanges, JenkinsHome home, ImportReport report) {
        this.tests = tests;
        this.lastChanges = lastChanges;
        this.home = home;
        this.report = report;
    }

    /** That build is there already: what failed in it goes on failing in the next one. */
    void present(BuildId build) throws IOException {
        if (tests.find(build).isPresent()) {
            last = build;
        }
    }

    /** The build with how its tests went, if it had any; they are written. */
    Build tested(Build build, Element root, Path folder) throws IOException {
        var file = folder.resolve("junitResult.xml");
        if (!JenkinsHome.isFile(file)) {
            return build;
        }
        var id = new BuildId(build.jobId(), build.number());
        try (var in = JenkinsHome.open(file, BUFFER);
                var recorder = tests.record(id, last)) {
            StoredResult.read(in, xml, recorder);
            if (recorder.isEmpty()) {
                return build;
            }
            var totals = recorder.finish(scale(root));
            last = id;
            report.taken("results of tests");
            return build.withTests(totals);
        } catch (XMLStreamException e) {
            report.note(home.name(file), "is no result of tests that can be read: " + e.getMessage());
        } catch (JenkinsHome.Unreadable e) {
            report.note(home.name(file), String.valueOf(e.getMessage()));
        }
        return build;
    }

    private static double scale(Element root) {
        try {
            double scale = actions(root).stream()
                    .filter(action -> action.name().equals(TESTS))
                    .findFirst()
                    .flatMap(action -> action.text("healthScaleFactor"))
                    .map(Double::valueOf)
                    .orElse(1.0);
            return Double.isFinite(scale) && scale >= 0 ? scale : 1;
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static List<Element> actions(Element root) {
        return root.child("actions").map(Element::children).orElse(List.of());
    }

    /** @param to the folder of the build here */
    void checkout(Build build, Element root, Path folder, Path to) throws IOException {
        var checkout = StoredCheckout.of(actions(root));
        if (checkout.isPresent()) {
            checkout.get().keep(changeLog(folder), to);
            var sources = GitSources.read(to);
            if (sources.isPresent()) {
                lastChanges.note(build.jobId(), sources.get().authors(MOST_AUTHORS), build.timestamp());
            }
            report.taken("checkouts");
        }
    }

    /** That of a pipeline has a number, and there may be more of them. */
    private String changeLog(Path folder) throws IOException {
        for (var name : new String[] {"changelog.xml", "changelog0.xml"}) {
            var file = folder.resolve(name);
            try {
                if (JenkinsHome.isFile(file) && Files.size(file) > LARGEST_CHANGE_LOG) {
                    report.note(home.name(file), "is larger than " + LARGEST_CHANGE_LOG + " bytes: it was left out");
                } else if (JenkinsHome.isFile(file)) {
                    return new String(JenkinsHome.bytes(file).orElse(new byte[0]), StandardCharsets.UTF_8);
                }
            } catch (JenkinsHome.Unreadable e) {
                report.note(home.name(file), String.valueOf(e.getMessage()));
            }
        }
        return "";
    }
}
