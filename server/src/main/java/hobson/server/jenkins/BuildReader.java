package hobson.server.jenkins;

import hobson.engine.build.Build;
import hobson.engine.build.Cause;
import hobson.engine.build.Result;
import hobson.engine.parameter.ParameterValue;
import hobson.engine.secret.Vault;
import hobson.parts.document.Element;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads {@code build.xml}. For one build. */
final class BuildReader {
    private static final int DEEPEST_CAUSE = 10;

    /** The numbers of queue items that come later must not run out. */
    private static final long HIGHEST_ID = 1L << 53;

    /** The year 10000. */
    private static final long LATEST = 253_402_300_800_000L;

    private final Vault vault;
    private final JenkinsSecrets secrets;
    private final ImportReport report;
    private final String where;

    BuildReader(Vault vault, JenkinsSecrets secrets, ImportReport report, String where) {
        this.vault = vault;
        this.secrets = secrets;
        this.report = report;
        this.where = where;
    }

    Build read(long jobId, int number, Element root) {
        var actions = root.child("actions").map(Element::children).orElse(List.of());
        long timestamp = number(root, "timestamp")
                .or(() -> root.child("timestamp").flatMap(each -> number(each, "time")))
                .filter(BuildReader::isTime)
                .orElse(0L);
        return new Build(
                jobId,
                number,
                number(root, "queueId").filter(id -> id > 0 && id < HIGHEST_ID).orElse(0L),
                timestamp,
                number(root, "startTime").filter(BuildReader::isTime).orElse(timestamp),
                number(root, "duration").filter(BuildReader::isTime).orElse(0L),
                Build.Phase.COMPLETED,
                result(root),
                root.text("description").orElse(null),
                root.text("displayName").filter(name -> !name.isBlank()).orElse(null),
                root.flag("keepLog", false),
                root.text("builtOn").orElse(""),
                -1,
                root.text("workspace").orElse(null),
                causes(actions),
                parameters(actions),
                List.of(),
                null);
    }

    private static boolean isTime(long millis) {
        return millis > 0 && millis < LATEST;
    }

    private static Optional<Long> number(Element element, String field) {
        try {
            return element.text(field)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .map(Long::valueOf);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Result result(Element root) {
        var text = root.text("result").orElse("");
        return Arrays.stream(Result.values())
                .filter(result -> result.name().equals(text))
                .findFirst()
                .orElseGet(() -> {
                    report.note(where, "has no result: it was running, and counts as aborted");
                    return Result.ABORTED;
                });
    }

    private List<Cause> causes(List<Element> actions) {
        var causes = new ArrayList<Cause>();
        for (var action : actions) {
            if (action.name().equals("hudson.model.CauseAction")) {
                action.child("causeBag").map(Element::children).orElse(List.of()).stream()
                        .flatMap(entry -> entry.children().stream().limit(1))
                        .forEach(cause -> cause(cause, 0).ifPresent(causes::add));
                action.child("causes").map(Element::children).orElse(List.of()).stream()
                        .forEach(cause -> cause(cause, 0).ifPresent(causes::add));
            }
        }
        return causes;
    }

    private Optional<Cause> cause(Element cause, int depth) {
        return switch (cause.name()) {
            case "hudson.model.Cause$UserIdCause" -> Optional.of(new Cause.User(filled(cause, "userId")));
            case "hudson.model.Cause$UserCause" -> Optional.of(new Cause.User(filled(cause, "authenticationName")));
            case "hudson.cli.BuildCommand$CLICause" -> Optional.of(new Cause.CommandLine(filled(cause, "userId")));
            case "hudson.model.Cause$RemoteCause" ->
                Optional.of(new Cause.Remote(cause.text("addr").orElse(""), filled(cause, "note")));
            case "hudson.model.Cause$UpstreamCause" -> Optional.of(upstream(cause, depth));
            case "hudson.triggers.TimerTrigger$TimerTriggerCause" -> Optional.of(new Cause.Timer());
            case "hudson.triggers.SCMTrigger$SCMTriggerCause" -> Optional.of(new Cause.Change());
            case "hudson.plugins.git.GitStatus$CommitHookCause" ->
                Optional.of(new Cause.Commit(cause.text("sha1").orElse("")));
            default -> {
                report.note(where, "has a cause that is not known here: " + cause.name());
                yield Optional.empty();
            }
        };
    }

    private Cause upstream(Element cause, int depth) {
        var origins = new ArrayList<Cause>();
        if (depth < DEEPEST_CAUSE) {
            cause.child("upstreamCauses")
                    .map(Element::children)
                    .orElse(List.of())
                    .forEach(origin -> cause(origin, depth + 1).ifPresent(origins::add));
        }
        return new Cause.Upstream(
                cause.text("upstreamProject").orElse(""),
                cause.number("upstreamBuild").orElse(0),
                origins);
    }

    private static @Nullable String filled(Element element, String field) {
        return element.text(field).filter(text -> !text.isBlank()).orElse(null);
    }

    private @Nullable List<ParameterValue> parameters(List<Element> actions) {
        List<ParameterValue> values = null;
        for (var action : actions) {
            if (action.name().equals("hudson.model.ParametersAction")) {
                values = values == null ? new ArrayList<>() : values;
                for (var parameter :
                        action.child("parameters").map(Element::children).orElse(List.of())) {
                    value(parameter).ifPresent(values::add);
                }
            }
        }
        return values;
    }

    private Optional<ParameterValue> value(Element parameter) {
        var name = parameter.text("name").orElse("");
        var value = parameter.text("value").orElse("");
        return switch (parameter.name()) {
            case "hudson.model.StringParameterValue" -> Optional.of(new ParameterValue.Line(name, value));
            case "hudson.model.TextParameterValue" -> Optional.of(new ParameterValue.Text(name, value));
            case "hudson.model.BooleanParameterValue" ->
                Optional.of(new ParameterValue.Flag(name, parameter.flag("value", false)));
            case "hudson.model.PasswordParameterValue" ->
                Optional.of(new ParameterValue.Password(name, vault.protect(secrets.text(value))));
            case "hudson.model.FileParameterValue" ->
                Optional.of(new ParameterValue.File(
                        name,
                        parameter.text("originalFileName").orElse(""),
                        UUID.nameUUIDFromBytes((where + name).getBytes(StandardCharsets.UTF_8))
                                .toString()));
            case "hudson.model.RunParameterValue" ->
                run(name, parameter.text("runId").orElse(""));
            case "com.cloudbees.plugins.credentials.CredentialsParameterValue" ->
                Optional.of(new ParameterValue.Credentials(name, value, parameter.flag("isDefaultValue", false)));
            default -> {
                report.note(where, "has a parameter that is not known here: " + parameter.name());
                yield Optional.empty();
            }
        };
    }

    private static Optional<ParameterValue> run(String name, String id) {
        int hash = id.lastIndexOf('#');
        try {
            return hash < 1
                    ? Optional.empty()
                    : Optional.of(new ParameterValue.Run(
                            name, id.substring(0, hash), Integer.parseInt(id.substring(hash + 1))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
