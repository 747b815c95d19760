package hobson.cli.result;

import hobson.cli.build.BuildReference;
import hobson.cli.session.ExitCode;
import hobson.cli.session.Session;
import hobson.cli.terminal.Json;
import hobson.cli.terminal.Style;
import hobson.cli.terminal.Table;
import hobson.cli.terminal.Values;
import hobson.client.TestReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hobson tests}: what the tests of a build said. */
@Command(
        name = "tests",
        description = "Shows the results of a build's tests: those that failed, or all.",
        footer = {
            "Examples:",
            "  hobson tests team/app",
            "  hobson tests team/app 12 --all",
            "  hobson tests team/app --json"
        })
public final class TestsCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "JOB", description = "The full name of the job.")
    private String name = "";

    @Parameters(
            paramLabel = "BUILD",
            index = "1",
            arity = "0..1",
            description = "A number, or lastCompletedBuild when it is not said.")
    private String reference = "lastCompletedBuild";

    @Option(names = "--all", description = "Those that passed, too.")
    private boolean all;

    @Option(names = "--trace", description = "With the stack traces of those that failed.")
    private boolean trace;

    public TestsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var build = BuildReference.of(session, name, reference);
        var report = build.testReport();
        if (report.isEmpty()) {
            build.info(); // no such build is another matter than no tests
            session.terminal().say(name + " " + reference + " has no results of tests.");
            return ExitCode.NOT_FOUND;
        }
        var cases = all ? report.get().cases().toList() : report.get().failures();
        if (session.terminal().json()) {
            Json.print(session.terminal(), object(report.get(), cases));
        } else {
            print(report.get(), cases);
        }
        return ExitCode.FINE;
    }

    private void print(TestReport report, List<TestReport.Case> cases) {
        var terminal = session.terminal();
        if (!cases.isEmpty()) {
            new Table<TestReport.Case>()
                    .column("status", TestReport.Case::status, test -> style(test))
                    .column("class", TestReport.Case::className)
                    .column("name", TestReport.Case::name, test -> Style.BOLD)
                    .column("duration", TestReport.Case::duration)
                    .column("age", TestReport.Case::age)
                    .column("message", TestReport.Case::message)
                    .print(terminal, cases, "");
        }
        if (trace) {
            cases.stream().filter(test -> !test.stackTrace().isEmpty()).forEach(test -> {
                terminal.print("");
                terminal.print(terminal.styled(Style.BOLD, test.className() + "." + test.name()));
                terminal.print(test.stackTrace().stripTrailing());
            });
        }
        terminal.say(report.passed() + " passed, " + report.failed() + " failed, " + report.skipped() + " skipped in "
                + Values.text(report.duration()));
    }

    private static Style style(TestReport.Case test) {
        return switch (test.status()) {
            case FAILED, REGRESSION -> Style.RED;
            case PASSED, FIXED -> Style.GREEN;
            case SKIPPED -> Style.FAINT;
        };
    }

    private static Map<String, Object> object(TestReport report, List<TestReport.Case> cases) {
        var object = new LinkedHashMap<String, Object>();
        object.put("passed", report.passed());
        object.put("failed", report.failed());
        object.put("skipped", report.skipped());
        object.put("duration", report.duration());
        object.put("cases", cases.stream().map(TestsCommand::object).toList());
        return object;
    }

    private static Map<String, Object> object(TestReport.Case test) {
        var object = new LinkedHashMap<String, Object>();
        object.put("class", test.className());
        object.put("name", test.name());
        object.put("status", test.status());
        object.put("duration", test.duration());
        object.put("age", test.age());
        object.put("message", test.message());
        object.put("stackTrace", test.stackTrace());
        return object;
    }
}
