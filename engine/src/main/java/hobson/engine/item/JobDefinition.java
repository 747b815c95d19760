package hobson.engine.item;

import hobson.engine.parameter.ParameterDefinition;
import hobson.engine.run.BuildStep;
import hobson.engine.run.Publisher;
import hobson.engine.scm.Scm;
import hobson.engine.trigger.JobTrigger;
import hobson.engine.trigger.TriggerGroup;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a job's document says, typed. The document itself is kept as it was posted; this is what the engine acts on.
 *
 * @param kind what the document defines, in the words of its format
 * @param label where it may run
 * @param parts every known property, trigger and wrapper, in the order of the document; the wire shows those it knows
 * @param unknown parts that were kept and cannot be acted on
 * @param holdsSecrets the document contains secrets, so it is encrypted at rest and masked for who may not configure
 */
public record JobDefinition(
        String kind,
        @Nullable String description,
        @Nullable String displayName,
        boolean disabled,
        boolean concurrent,
        boolean keepDependencies,
        OptionalInt quietPeriodSeconds,
        Placement label,
        @Nullable String customWorkspace,
        @Nullable String triggerToken,
        boolean blockedByUpstream,
        boolean blockedByDownstream,
        List<ParameterDefinition> parameters,
        List<Object> parts,
        List<BuildStep> steps,
        List<Publisher> publishers,
        List<UnknownPart> unknown,
        boolean holdsSecrets)
        implements ItemDefinition {

    public JobDefinition {
        parameters = List.copyOf(parameters);
        parts = List.copyOf(parts);
        steps = List.copyOf(steps);
        publishers = List.copyOf(publishers);
        unknown = List.copyOf(unknown);
    }

    /** Where a job may run. */
    public sealed interface Placement {
        /** Any node that takes jobs without a label. */
        record Anywhere() implements Placement {}

        /** The built-in node only. */
        record BuiltIn() implements Placement {}

        /** Nodes that match the expression, as it was written. */
        record Labelled(String expression) implements Placement {}
    }

    /**
     * A part of the document that this server does not know.
     *
     * @param role {@code builder}, {@code publisher}, {@code wrapper}, {@code property}, {@code parameter}, {@code trigger} or
     *     {@code scm}
     * @param element its name in the document
     */
    public record UnknownPart(String role, String element) {}

    /** What builds the job by itself, in the order of the document. */
    public List<JobTrigger> triggers() {
        return parts.stream()
                .flatMap(part -> switch (part) {
                    case JobTrigger trigger -> Stream.of(trigger);
                    case TriggerGroup group -> group.triggers().stream();
                    default -> Stream.empty();
                })
                .toList();
    }

    /** The triggers of that type. */
    public <T extends JobTrigger> List<T> triggers(Class<T> type) {
        return triggers().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** What starts it and what it starts. */
    public Wiring wiring() {
        var polls = triggers(JobTrigger.Polling.class);
        return new Wiring(
                publishers.stream().flatMap(p -> p.downstream().stream()).toList(),
                triggers(JobTrigger.AfterBuilds.class).stream()
                        .flatMap(t -> t.upstream().stream())
                        .distinct()
                        .toList(),
                triggers(JobTrigger.Timer.class).stream()
                        .map(JobTrigger.Timer::schedule)
                        .toList(),
                polls.stream().map(JobTrigger.Polling::schedule).toList(),
                part(Scm.class).map(Scm::repositories).orElse(List.of()),
                !triggers(JobTrigger.Webhook.class).isEmpty());
    }

    public boolean parameterized() {
        return !parameters.isEmpty();
    }

    /** What of it is kept in memory of every job. */
    public JobTraits traits() {
        return new JobTraits(
                kind,
                displayName,
                disabled,
                wiring(),
                part(ReportedBuilds.class).isPresent(),
                grants());
    }
}
