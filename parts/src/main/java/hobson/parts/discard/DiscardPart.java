package hobson.parts.discard;

import hobson.engine.Reader;
import hobson.export.Schema;
import hobson.parts.Part;
import hobson.parts.Reading;
import hobson.parts.Role;
import hobson.parts.Schemas;
import hobson.parts.Showing;
import hobson.parts.document.Element;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** {@code jenkins.model.BuildDiscarderProperty}, and the element {@code logRotator} that it replaced. */
public final class DiscardPart implements Part {
    private static final String ROTATOR = "hudson.tasks.LogRotator";

    @Override
    public List<Reading<?>> reads() {
        return List.of(
                Reading.of(Role.PROPERTY, "jenkins.model.BuildDiscarderProperty", (e, _) -> property(e))
                        .alsoCalled("org.jenkinsci.plugins.workflow.job.properties.BuildDiscarderProperty"),
                Reading.of(Role.PROPERTY, ROTATOR, (e, _) -> rotator(e)));
    }

    @Override
    public List<Showing<?>> shows(Schemas all) {
        return List.of(new Showing<>(
                BuildDiscarder.class,
                Schema.<BuildDiscarder, Reader>named("jenkins.model.BuildDiscarderProperty")
                        .build()));
    }

    /** Null for a strategy that is not known: what it would keep must not be guessed. */
    private static @Nullable Object property(Element property) {
        var strategy = property.child("strategy");
        if (strategy.isEmpty()) {
            return everything();
        }
        return strategy.get().attribute("class").orElse(ROTATOR).equals(ROTATOR) ? rotator(strategy.get()) : null;
    }

    private static BuildDiscarder everything() {
        var all = new BuildDiscarder.Keep(OptionalInt.empty(), OptionalInt.empty());
        return new BuildDiscarder(all, all);
    }

    private static BuildDiscarder rotator(Element e) {
        return new BuildDiscarder(
                new BuildDiscarder.Keep(limit(e, "numToKeep"), limit(e, "daysToKeep")),
                new BuildDiscarder.Keep(limit(e, "artifactNumToKeep"), limit(e, "artifactDaysToKeep")));
    }

    /** A negative number is no limit, and so is none: nothing is deleted that nobody asked to delete. */
    private static OptionalInt limit(Element e, String field) {
        var limit = e.number(field);
        return limit.isPresent() && limit.getAsInt() < 0 ? OptionalInt.empty() : limit;
    }
}
