package hobson.parts.downstream;

import hobson.engine.build.Result;
import hobson.parts.Part;
import hobson.parts.Reading;
import hobson.parts.Role;
import hobson.parts.document.Element;
import hobson.parts.trigger.Thresholds;
import java.util.Arrays;
import java.util.List;

/** {@code hudson.tasks.BuildTrigger}. */
public final class DownstreamPart implements Part {
    @Override
    public List<Reading<?>> reads() {
        return List.of(Reading.of(Role.PUBLISHER, "hudson.tasks.BuildTrigger", (e, _) -> trigger(e))
                .withReferences("childProjects"));
    }

    private static DownstreamTrigger trigger(Element e) {
        var names = Arrays.stream(e.text("childProjects").orElse("").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        return new DownstreamTrigger(
                names, e.child("threshold").map(Thresholds::read).orElse(Result.SUCCESS));
    }
}
