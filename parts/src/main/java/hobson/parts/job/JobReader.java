package hobson.parts.job;

import hobson.engine.build.Discarder;
import hobson.engine.item.Combinations;
import hobson.engine.item.JobDefinition;
import hobson.engine.item.JobDefinition.Placement;
import hobson.engine.item.NoConcurrentBuilds;
import hobson.engine.item.ReportedBuilds;
import hobson.engine.parameter.ParameterDefinition;
import hobson.engine.run.BuildStep;
import hobson.parts.Role;
import hobson.parts.document.Element;
import hobson.parts.job.ItemKinds.ItemKind;
import hobson.parts.job.ItemKinds.Shape;
import hobson.parts.parameter.DeclaredParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the root element of a job ({@code config-xml.md §2, §5, §8–9}). For one document. */
final class JobReader {
    /** The second one exists nowhere but in documents, where it means the first. */
    private static final Set<String> NO_SCM = Set.of("hudson.scm.NullSCM", "jenkins.scm.NullSCM");

    private static final String LOG_ROTATOR = "hudson.tasks.LogRotator";

    private final Element root;
    private final PartsReader parts;

    JobReader(Element root, PartsReader parts) {
        this.root = root;
        this.parts = parts;
    }

    JobDefinition read(ItemKind kind, boolean holdsSecrets) {
        var properties = properties(kind);
        var steps = steps(kind);
        var publishers = section("publishers", Role.PUBLISHER);
        return new JobDefinition(
                kind.className(),
                root.text("description").orElse(null),
                filled("displayName"),
                root.flag("disabled", false),
                kind.className().equals(ItemKinds.PIPELINE)
                        ? isConcurrent(properties)
                        : root.flag("concurrentBuild", false),
                root.flag("keepDependencies", false),
                quietPeriod(),
                placement(),
                filled("customWorkspace"),
                filled("authToken"),
                root.flag("blockBuildWhenUpstreamBuilding", false),
                root.flag("blockBuildWhenDownstreamBuilding", false),
                parameters(properties),
                properties,
                steps,
                publishers,
                parts.unknown(),
                holdsSecrets);
    }

    /** Properties, and what else is known of the job. */
    private List<Object> properties(ItemKind kind) {
        var known = new ArrayList<>(section("properties", Role.PROPERTY));
        discarder(known).ifPresent(known::add);
        scm().ifPresent(known::add);
        known.addAll(section("triggers", Role.TRIGGER));
        known.addAll(section("buildWrappers", Role.WRAPPER));
        if (kind.shape() == Shape.REPORTED_BUILDS) {
            known.add(new ReportedBuilds());
        }
        if (kind.className().equals(ItemKinds.MATRIX)) {
            known.add(combinations());
        }
        return known;
    }

    private static boolean isConcurrent(List<Object> properties) {
        return properties.stream().noneMatch(p -> p instanceof NoConcurrentBuilds rule && !rule.abortPrevious());
    }

    private Combinations combinations() {
        var axes = root.child("axes").map(Element::children).orElse(List.of());
        return new Combinations(axes.stream()
                .filter(axis -> axis.text("name").isPresent())
                .map(axis -> new Combinations.Axis(
                        axis.text("name").orElse(""),
                        axis.child("values").map(Element::strings).orElse(List.of())))
                .toList());
    }

    private <T> List<T> section(String field, Role<T> role) {
        return root.child(field).map(section -> parts.children(section, role)).orElse(List.of());
    }

    private List<BuildStep> steps(ItemKind kind) {
        return switch (kind.shape()) {
            case STEPS -> builders();
            case OTHER_BUILDS -> List.of(new OtherBuild(kind.className()));
            case REPORTED_BUILDS, ITEMS, FOUND_ITEMS -> List.of();
        };
    }

    private List<BuildStep> builders() {
        return root.child("builders")
                .map(section ->
                        parts.children(section, Role.BUILDER, step -> Optional.of(new UnknownStep(step.elementName()))))
                .orElse(List.of());
    }

    /** The one of the oldest documents counts only where no property says otherwise. */
    private Optional<Object> discarder(List<Object> properties) {
        return properties.stream().anyMatch(Discarder.class::isInstance)
                ? Optional.empty()
                : root.child("logRotator")
                        .flatMap(e -> parts.read(
                                e, Role.PROPERTY, e.attribute("class").orElse(LOG_ROTATOR)));
    }

    private Optional<Object> scm() {
        return root.child("scm")
                .flatMap(e ->
                        e.attribute("class").filter(c -> !NO_SCM.contains(c)).flatMap(c -> parts.read(e, Role.SCM, c)));
    }

    private static List<ParameterDefinition> parameters(List<Object> properties) {
        return properties.stream()
                .filter(DeclaredParameters.class::isInstance)
                .flatMap(p -> ((DeclaredParameters) p).definitions().stream())
                .toList();
    }

    private OptionalInt quietPeriod() {
        var seconds = root.number("quietPeriod");
        return seconds.isPresent() && seconds.getAsInt() < 0 ? OptionalInt.of(0) : seconds;
    }

    /** A label counts only for a job that may not roam; one that may not and has none stays at home. */
    private Placement placement() {
        if (root.flag("canRoam", false)) {
            return new Placement.Anywhere();
        }
        var label = filled("assignedNode");
        return label == null ? new Placement.BuiltIn() : new Placement.Labelled(label.strip());
    }

    private @Nullable String filled(String field) {
        return root.text(field).filter(text -> !text.isBlank()).orElse(null);
    }
}
