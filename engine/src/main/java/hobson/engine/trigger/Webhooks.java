package hobson.engine.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.engine.BoundedMatch;
import hobson.engine.Refusal;
import hobson.engine.build.Cause;
import hobson.engine.item.Definitions;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Job;
import hobson.engine.item.JobDefinition;
import hobson.engine.item.KeyIndex;
import hobson.engine.parameter.ParameterDefinition;
import hobson.engine.parameter.ParameterValue;
import hobson.engine.queue.ParameterDefaults;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Permission;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Calls of the generic address for webhooks, and the jobs that heed them ({@code endpoints.md §14}). A call with a token reaches the
 * jobs that have it, whoever calls; one without reaches those without, if the caller may build them.
 */
public final class Webhooks {
    private static final int LONGEST_TEXT = 100_000;

    private final KeyIndex heeding;
    private final ItemRegistry jobs;
    private final Definitions definitions;
    private final AutomaticBuilds builds;
    private final ParameterDefaults defaults;
    private final Authorization authorization;

    /** @param heeding those with {@link hobson.engine.item.Wiring#webhook}, under the key of nothing */
    public Webhooks(
            KeyIndex heeding,
            ItemRegistry jobs,
            Definitions definitions,
            AutomaticBuilds builds,
            ParameterDefaults defaults,
            Authorization authorization) {
        this.heeding = heeding;
        this.jobs = jobs;
        this.definitions = definitions;
        this.builds = builds;
        this.defaults = defaults;
        this.authorization = authorization;
    }

    /** What was sent. */
    @FunctionalInterface
    public interface Call {
        /**
         * The values that it has for that variable: by name, none when it has none.
         *
         * @throws Refusal {@code BAD_INPUT} for an expression that nobody can look with
         */
        Map<String, String> find(JobTrigger.Variable variable);
    }

    /**
     * What became of it at one job.
     *
     * @param variables what was found in the call
     * @param filterText with its variables replaced
     * @param item the queue item; 0 when the job's filter does not let the call pass, or the job takes no builds now
     * @param problem why the job could not be triggered, though the call was for it; null when there was none
     */
    public record Answer(
            Job job,
            Map<String, String> variables,
            String filterText,
            String filterExpression,
            long item,
            @Nullable String problem) {
        public Answer {
            variables = Map.copyOf(variables);
        }
    }

    /**
     * Triggers every job that the call is for; by name. One that cannot be triggered, because a value cannot be that of the parameter it
     * is for, says why, and stops none of the others.
     *
     * @param token empty for none
     */
    public List<Answer> call(Caller caller, String token, Call call) {
        var answers = new ArrayList<Answer>();
        for (var job : candidates()) {
            var definition = definitions.of(job);
            for (var trigger : definition.triggers(JobTrigger.Webhook.class)) {
                if (isFor(caller, job, definition, trigger, token)) {
                    answers.add(answer(job, definition, trigger, call));
                }
            }
        }
        return answers;
    }

    private List<Job> candidates() {
        return heeding.jobs("").stream()
                .map(jobs::find)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(job -> job.path().key()))
                .toList();
    }

    private boolean isFor(Caller caller, Job job, JobDefinition definition, JobTrigger.Webhook trigger, String token) {
        var own = trigger.token();
        var other = definition.triggerToken() == null ? "" : definition.triggerToken();
        return token.isEmpty()
                ? own.isEmpty() && other.isEmpty() && authorization.allows(caller, Permission.JOB_BUILD, job)
                : isEqual(own, token) || isEqual(other, token);
    }

    private static boolean isEqual(String expected, String token) {
        return !expected.isEmpty() && MessageDigest.isEqual(expected.getBytes(UTF_8), token.getBytes(UTF_8));
    }

    private Answer answer(Job job, JobDefinition definition, JobTrigger.Webhook trigger, Call call) {
        try {
            return triggered(job, definition, trigger, call);
        } catch (Refusal e) {
            return new Answer(job, Map.of(), "", trigger.filterExpression(), 0, String.valueOf(e.getMessage()));
        }
    }

    private Answer triggered(Job job, JobDefinition definition, JobTrigger.Webhook trigger, Call call) {
        var variables = new TreeMap<String, String>();
        trigger.variables().forEach(variable -> variables.putAll(call.find(variable)));
        var text = replaced(trigger.filterText(), variables);
        boolean passes = passes(trigger.filterExpression(), text) && job.buildable();
        long item = passes ? submit(job, definition, trigger, variables) : 0;
        return new Answer(job, variables, text, trigger.filterExpression(), item, null);
    }

    private long submit(Job job, JobDefinition definition, JobTrigger.Webhook trigger, Map<String, String> variables) {
        var words = trigger.causeText().isBlank() ? "Generic Cause" : replaced(trigger.causeText(), variables);
        var cause = new Cause.Webhook(words);
        return builds.submit(job, List.of(cause), values(definition, variables), null)
                .itemId();
    }

    private @Nullable List<ParameterValue> values(JobDefinition definition, Map<String, String> variables) {
        return definition.parameterized()
                ? definition.parameters().stream()
                        .map(parameter -> value(parameter, variables.get(parameter.name())))
                        .flatMap(Optional::stream)
                        .toList()
                : null;
    }

    private Optional<ParameterValue> value(ParameterDefinition parameter, @Nullable String sent) {
        return sent == null || sent.isEmpty()
                ? parameter.defaultValue(defaults)
                : Optional.of(parameter.fromText(sent, defaults));
    }

    /** The longer names first, so that {@code $ab} is never {@code $a} and a b. */
    private static String replaced(String text, Map<String, String> variables) {
        var names = new ArrayList<>(variables.keySet());
        names.sort(Comparator.comparingInt(String::length).reversed());
        var all = text;
        for (var name : names) {
            var value = variables.getOrDefault(name, "");
            all = all.replace("${" + name + "}", value).replace("$" + name, value);
            if (all.length() > LONGEST_TEXT) {
                throw Refusal.badInput("what was sent is too long for the texts of a webhook's filter and cause");
            }
        }
        return all;
    }

    private static boolean passes(String expression, String text) {
        try {
            return expression.isEmpty() || BoundedMatch.finds(Pattern.compile(expression), text);
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
