package hobson.server.ephemeral;

import hobson.engine.build.Result;
import hobson.engine.run.BuildContext;
import hobson.engine.run.Publisher;
import hobson.engine.test.SuiteTexts;
import hobson.engine.test.TestDetails;
import hobson.engine.test.TestOutcome;
import hobson.server.ephemeral.Script.Test;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Records the tests of a build's script. */
record ScriptedTests(Scripts scripts) implements Publisher {
    @Override
    public String name() {
        return "Publish JUnit test result report";
    }

    @Override
    public boolean recordsTests() {
        return true;
    }

    @Override
    public Result perform(BuildContext context) throws IOException {
        var script = scripts.find(
                        context.job().path().fullName(), context.build().number())
                .orElse(Script.Content.NOTHING);
        if (script.tests().isEmpty()) {
            return Result.SUCCESS;
        }
        try (var recorder = context.recordTests()) {
            for (var className :
                    script.tests().stream().map(Test::className).distinct().toList()) {
                var suite = recorder.suite(className, null, null);
                for (var test : script.tests()) {
                    if (test.className().equals(className)) {
                        suite.add(outcome(test));
                    }
                }
                suite.end(null, SuiteTexts.NONE);
            }
            recorder.keep();
            context.tested(recorder.finish(1));
            return recorder.hasFailures() ? Result.UNSTABLE : Result.SUCCESS;
        }
    }

    private static TestOutcome outcome(Test test) {
        var details = new TestDetails(test.failure(), test.failure(), null, null, null, Map.of(), List.of());
        return new TestOutcome(test.className(), test.name(), 0, test.skipped(), details);
    }
}
