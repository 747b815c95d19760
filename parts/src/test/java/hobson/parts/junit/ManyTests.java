package hobson.parts.junit;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.parts.TestBuild;
import hobson.parts.TestParts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program that publishes 100,000 tests twice and reads them again, for a heap that has no room for them. */
final class ManyTests {
    private static final int SUITES = 50;
    private static final int TESTS = 2_000;
    private static final String TEXT = "a line of a stack trace or of what a test has printed\n".repeat(10);

    private ManyTests() {}

    /** @param arguments the folder */
    public static void main(String[] arguments) throws Exception {
        var build = new TestBuild(Path.of(arguments[0]));
        var publisher = TestParts.publisher("<hudson.tasks.junit.JUnitResultArchiver><testResults>*.xml</testResults>"
                + "<keepLongStdio>true</keepLongStdio></hudson.tasks.junit.JUnitResultArchiver>");
        for (var round : new TestBuild[] {build, build.next()}) {
            write(round);
            publisher.perform(round);
            System.out.println(round.tests + " " + read(round));
        }
    }

    private static void write(TestBuild build) throws IOException {
        var file = build.workspace().resolve("all.xml");
        try (var out = new PrintStream(Files.newOutputStream(file), false, UTF_8)) {
            out.println("<testsuites>");
            for (int suite = 0; suite < SUITES; suite++) {
                out.println("<testsuite name='s" + suite + "'>");
                for (int test = 0; test < TESTS; test++) {
                    out.println("<testcase classname='p.C" + suite + "' name='t" + test + "'><failure>" + TEXT
                            + "</failure><system-out>" + TEXT + "</system-out></testcase>");
                }
                out.println("</testsuite>");
            }
            out.println("</testsuites>");
        }
    }

    /** How many characters there are, and the sum of the builds since which the tests fail. */
    private static String read(TestBuild build) throws IOException {
        long characters = 0;
        long since = 0;
        for (var suite : build.report().suites()) {
            for (var test : suite.cases(0, Integer.MAX_VALUE)) {
                characters += String.valueOf(test.details().errorStackTrace()).length();
                characters += String.valueOf(test.details().stdout()).length();
                since += test.failedSince();
            }
        }
        return characters + " " + since;
    }
}
