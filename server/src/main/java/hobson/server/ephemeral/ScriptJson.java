package hobson.server.ephemeral;

import hobson.engine.build.Result;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads scripts.
 *
 * <pre>{@code
 * {"job": "deploy", "build": 7, "result": "FAILURE", "log": ["Deploying"], "after": "2m",
 *  "steps": [{"log": "…"}, {"after": "10s"}],
 *  "tests": [{"class": "a.B", "name": "c", "failure": "expected 1"}], "artifacts": {"app.txt": "…"}}
 * }</pre>
 */
final class ScriptJson {
    private static final Set<String> OF_BUILDS =
            Set.of("build", "result", "log", "after", "steps", "tests", "artifacts", "artifactsBase64");
    private static final Set<String> KNOWN =
            Stream.concat(OF_BUILDS.stream(), Stream.of("job", "commits")).collect(Collectors.toUnmodifiableSet());

    private ScriptJson() {}

    static void add(Scripts scripts, JsonNode json) {
        var fields = Fields.of(json, KNOWN);
        tell(new Scripts(), fields); // what is wrong is found before anything has changed
        tell(scripts, fields);
    }

    private static void tell(Scripts scripts, Fields fields) {
        var script = scripts.of(fields.required("job"));
        if (fields.object().path("commits").asBoolean(false)) {
            script.hasCommits();
        }
        var ofBuild = fields.number("build").map(script::build).orElse(script);
        if (!fields.has("commits") || OF_BUILDS.stream().anyMatch(fields::has)) {
            tell(ofBuild, fields);
        }
    }

    private static void tell(Script script, Fields fields) {
        script.result(result(fields.text("result").orElse(Result.SUCCESS.name())));
        step(script, fields);
        fields.all("steps").forEach(step -> step(script, Fields.of(step, Set.of("log", "after"))));
        fields.all("tests")
                .forEach(test -> test(script, Fields.of(test, Set.of("class", "name", "failure", "skipped"))));
        fields.object().path("artifacts").forEachEntry((path, text) -> script.artifact(path, text.asString()));
        fields.object()
                .path("artifactsBase64")
                .forEachEntry((path, text) ->
                        script.artifact(path, Base64.getDecoder().decode(text.asString())));
    }

    private static Result result(String name) {
        return Arrays.stream(Result.values())
                .filter(result -> result.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("'result' is one of " + Arrays.toString(Result.values())));
    }

    private static void step(Script script, Fields fields) {
        fields.all("log").forEach(line -> script.log(line.asString()));
        fields.text("after").ifPresent(time -> script.after(Times.parse(time)));
    }

    private static void test(Script script, Fields fields) {
        var className = fields.required("class");
        var name = fields.required("name");
        if (fields.object().path("skipped").asBoolean(false)) {
            script.skippedTest(className, name);
        } else {
            fields.text("failure")
                    .ifPresentOrElse(
                            message -> script.failedTest(className, name, message), () -> script.test(className, name));
        }
    }
}
