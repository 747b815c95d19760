package hobson.parts.trigger;

import hobson.engine.Reader;
import hobson.engine.build.Result;
import hobson.engine.trigger.JobTrigger;
import hobson.engine.trigger.TriggerGroup;
import hobson.export.Schema;
import hobson.parts.Part;
import hobson.parts.Reading;
import hobson.parts.Role;
import hobson.parts.Schemas;
import hobson.parts.Showing;
import hobson.parts.document.Element;
import java.util.Arrays;
import java.util.List;

/** The triggers that Jenkins itself has, and the property in which pipelines keep theirs ({@code config-xml.md §4}). */
public final class TriggerPart implements Part {
    private static final String GROUP = "org.jenkinsci.plugins.workflow.job.properties.PipelineTriggersJobProperty";

    @Override
    public List<Reading<?>> reads() {
        return List.of(
                Reading.of(Role.TRIGGER, "hudson.triggers.TimerTrigger", (e, _) -> new JobTrigger.Timer(schedule(e))),
                Reading.of(Role.TRIGGER, "hudson.triggers.SCMTrigger", (e, _) -> polling(e)),
                Reading.of(Role.TRIGGER, "jenkins.triggers.ReverseBuildTrigger", (e, _) -> afterBuilds(e))
                        .withReferences("upstreamProjects"),
                Reading.of(Role.TRIGGER, "org.jenkinsci.plugins.gwt.GenericTrigger", (e, _) -> WebhookReader.read(e)),
                Reading.of(Role.PROPERTY, GROUP, TriggerPart::group));
    }

    @Override
    public List<Showing<?>> shows(Schemas all) {
        return List.of(new Showing<>(
                TriggerGroup.class, Schema.<TriggerGroup, Reader>named(GROUP).build()));
    }

    private static String schedule(Element e) {
        return e.text("spec").orElse("");
    }

    private static JobTrigger polling(Element e) {
        var schedule = e.text("spec").or(() -> e.text("scmpoll_spec")).orElse("");
        return new JobTrigger.Polling(schedule, e.flag("ignorePostCommitHooks", false));
    }

    private static JobTrigger afterBuilds(Element e) {
        var names = Arrays.stream(e.text("upstreamProjects").orElse("").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        return new JobTrigger.AfterBuilds(
                names, e.child("threshold").map(Thresholds::read).orElse(Result.SUCCESS));
    }

    private static TriggerGroup group(Element e, Reading.Nested nested) {
        var triggers = e.child("triggers")
                .map(list -> nested.children(list, Role.TRIGGER))
                .orElse(List.of());
        return new TriggerGroup(triggers.stream()
                .filter(JobTrigger.class::isInstance)
                .map(JobTrigger.class::cast)
                .toList());
    }
}
