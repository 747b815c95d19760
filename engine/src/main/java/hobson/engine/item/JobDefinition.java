package hobson.engine.item;

import hobson.engine.parameter.ParameterDefinition;
import hobson.engine.run.BuildStep;
import hobson.engine.run.Publisher;
import java.util.List;
import java.util.OptionalInt;
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

    /** Names of the jobs that this one triggers, as they are written. */
    public List<String> downstream() {
        return publishers.stream().flatMap(p -> p.downstream().stream()).toList();
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
                downstream(),
                part(ReportedBuilds.class).isPresent(),
                grants());
    }
}
