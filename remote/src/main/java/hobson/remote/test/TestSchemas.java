package hobson.remote.test;

import hobson.engine.Reader;
import hobson.engine.test.TestDetails.Rerun;
import hobson.engine.test.TestSuite;
import hobson.export.Kind;
import hobson.export.Rows;
import hobson.export.Schema;
import hobson.export.SchemaBuilder;
import hobson.export.Show;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What reports, their packages, classes and tests show. Members that only newer reports have are there when they say something. */
final class TestSchemas {
    private static final Show ALWAYS = Show.at(999);
    private static final Show FACT = Show.at(9);
    private static final Show WHEN_THERE = Show.DEFAULT.skipNull();

    private final Schema<Rerun, Reader> flaky = rerun("hudson.tasks.junit.FlakyFailure");
    private final Schema<Rerun, Reader> again = rerun("hudson.tasks.junit.RerunFailure");
    private final Schema<ShownCase, Reader> test = test();
    private final Schema<ShownSuite, Reader> suite = suite();
    final Schema<ShownReport, Reader> report = report();
    final Schema<ShownPackage, Reader> ofPackage = ofPackage();
    final Schema<ShownClass, Reader> ofClass = ofClass();

    /** @param number of the build */
    private record ShownSuite(TestSuite suite, int number) {}

    /** A package. What its classes hold is read when somebody asks for it. For one thread. */
    static final class ShownPackage {
        private final ShownReport report;
        private final String token;
        private final ShownReport.TestPackage found;
        private @Nullable Map<String, List<ShownReport.Test>> tests;

        ShownPackage(ShownReport report, String token, ShownReport.TestPackage found) {
            this.report = report;
            this.token = token;
            this.found = found;
        }

        private Iterable<ShownReport.Test> testsOf(String className) {
            return () -> {
                var known = tests;
                if (known == null) tests = known = report.testsOf(token);
                return known.getOrDefault(className, List.of()).iterator();
            };
        }
    }

    record ShownClass(Group group, Iterable<ShownReport.Test> tests, int number) {}

    Schema<ShownCase, Reader> ofTest() {
        return test;
    }

    /** No plugin adds anything to tests here. */
    private static <T> Schema<T, Reader> object() {
        return Schema.<T, Reader>named("hudson.tasks.test.TestObject")
                .list(
                        "testActions",
                        Show.at(3),
                        Kind.<Object, Reader>declared("hudson.tasks.junit.TestAction", _ -> null),
                        (_, _) -> List.of())
                .build();
    }

    private Schema<ShownReport, Reader> report() {
        return Schema.<ShownReport, Reader>named("hudson.tasks.junit.TestResult")
                .extend(object())
                .value("duration", ALWAYS, (shown, _) -> shown.report().duration())
                .bool("empty", ALWAYS, (shown, _) -> shown.report().totals().total() == 0)
                .integer(
                        "failCount",
                        ALWAYS,
                        (shown, _) -> shown.report().totals().failed())
                .integer(
                        "passCount",
                        ALWAYS,
                        (shown, _) -> shown.report().totals().passed())
                .integer(
                        "skipCount",
                        ALWAYS,
                        (shown, _) -> shown.report().totals().skipped())
                .rows("suites", FACT.inline(), Kind.exactly(suite), (shown, _) -> suites(shown))
                .build();
    }

    private static Rows<ShownSuite> suites(ShownReport shown) {
        var suites = shown.report().suites();
        return (from, to) -> () -> suites.subList(Math.min(from, suites.size()), Math.min(to, suites.size())).stream()
                .map(suite -> new ShownSuite(suite, shown.number()))
                .iterator();
    }

    private Schema<ShownSuite, Reader> suite() {
        return Schema.<ShownSuite, Reader>named("hudson.tasks.junit.SuiteResult")
                .rows("cases", FACT.inline(), Kind.exactly(test), (shown, _) -> cases(shown))
                .value("duration", FACT, (shown, _) -> shown.suite.duration())
                .texts("enclosingBlockNames", FACT, (_, _) -> List.of())
                .texts("enclosingBlocks", FACT, (_, _) -> List.of())
                .text("id", FACT, (shown, _) -> shown.suite.id())
                .text("name", FACT, (shown, _) -> shown.suite.name())
                .text("nodeId", FACT, (_, _) -> null)
                .map(
                        "properties",
                        WHEN_THERE,
                        Kind.simple(),
                        (shown, _) -> filled(shown.suite.texts().properties()))
                .text("stderr", (shown, _) -> shown.suite.texts().stderr())
                .text("stdout", (shown, _) -> shown.suite.texts().stdout())
                .text("timestamp", FACT, (shown, _) -> shown.suite.timestamp())
                .build();
    }

    private static Rows<ShownCase> cases(ShownSuite shown) {
        return (from, to) ->
                () -> StreamSupport.stream(shown.suite.cases(from, to).spliterator(), false)
                        .map(test -> new ShownCase(test, shown.number))
                        .iterator();
    }

    private Schema<ShownCase, Reader> test() {
        return Schema.<ShownCase, Reader>named("hudson.tasks.junit.CaseResult")
                .extend(object())
                .integer("age", FACT, (shown, _) -> shown.age())
                .text("className", FACT, (shown, _) -> shown.test().className())
                .value("duration", FACT, (shown, _) -> shown.test().duration())
                .text("errorDetails", (shown, _) -> shown.test().details().errorDetails())
                .text("errorStackTrace", (shown, _) -> shown.test().details().errorStackTrace())
                .integer("failedSince", FACT, (shown, _) -> shown.test().failedSince())
                .list("flakyFailures", WHEN_THERE, Kind.exactly(flaky), (shown, _) -> reruns(shown, true))
                .text("name", ALWAYS, (shown, _) -> shown.test().name())
                .map(
                        "properties",
                        WHEN_THERE,
                        Kind.simple(),
                        (shown, _) -> filled(shown.test().details().properties()))
                .list("rerunFailures", WHEN_THERE, Kind.exactly(again), (shown, _) -> reruns(shown, false))
                .bool("skipped", FACT, (shown, _) -> shown.skipped())
                .text("skippedMessage", (shown, _) -> shown.test().details().skippedMessage())
                .text("status", FACT, (shown, _) -> shown.test().status().name())
                .text("stderr", (shown, _) -> shown.stderr())
                .text("stdout", (shown, _) -> shown.stdout())
                .build();
    }

    private static Schema<Rerun, Reader> rerun(String className) {
        return Schema.<Rerun, Reader>named(className)
                .visibility(9)
                .text("message", (rerun, _) -> rerun.message())
                .text("stackTrace", (rerun, _) -> rerun.stackTrace())
                .text("stderr", (rerun, _) -> rerun.stderr())
                .text("stdout", (rerun, _) -> rerun.stdout())
                .text("type", (rerun, _) -> rerun.type())
                .build();
    }

    private static @Nullable List<Rerun> reruns(ShownCase shown, boolean flaky) {
        var reruns = shown.test().details().reruns();
        if (reruns.isEmpty()) return null;
        var wanted = reruns.stream().filter(rerun -> rerun.flaky() == flaky).toList();
        return wanted.isEmpty() ? null : wanted;
    }

    private static @Nullable Map<String, String> filled(Map<String, String> properties) {
        return properties.isEmpty() ? null : properties;
    }

    private Schema<ShownPackage, Reader> ofPackage() {
        var schema = Schema.<ShownPackage, Reader>named("hudson.tasks.junit.PackageResult")
                .extend(object())
                .list("child", Kind.<ShownClass, Reader>exactly(() -> ofClass), (shown, _) -> classes(shown));
        return counts(schema, shown -> shown.found.group());
    }

    private static List<ShownClass> classes(ShownPackage shown) {
        var classes = new ArrayList<ShownClass>();
        shown.found
                .classes()
                .forEach((name, group) ->
                        classes.add(new ShownClass(group, shown.testsOf(name), shown.report.number())));
        return classes;
    }

    private Schema<ShownClass, Reader> ofClass() {
        var schema = Schema.<ShownClass, Reader>named("hudson.tasks.junit.ClassResult")
                .extend(object())
                .list("child", Kind.exactly(test), (shown, _) -> tests(shown));
        return counts(schema, ShownClass::group);
    }

    /** Each is read when it is its turn. */
    private static Iterable<ShownCase> tests(ShownClass shown) {
        return () -> StreamSupport.stream(shown.tests.spliterator(), false)
                .map(test -> test.shown(shown.number))
                .iterator();
    }

    private static <T> Schema<T, Reader> counts(SchemaBuilder<T, Reader> schema, Function<T, Group> group) {
        return schema.integer("failCount", (shown, _) -> group.apply(shown).failed)
                .text("name", ALWAYS, (shown, _) -> group.apply(shown).name)
                .integer("passCount", (shown, _) -> group.apply(shown).passed)
                .integer("skipCount", (shown, _) -> group.apply(shown).skipped)
                .build();
    }
}
