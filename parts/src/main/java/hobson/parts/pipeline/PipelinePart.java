package hobson.parts.pipeline;

import hobson.engine.Reader;
import hobson.engine.item.NoConcurrentBuilds;
import hobson.engine.item.NoResume;
import hobson.export.Schema;
import hobson.parts.Part;
import hobson.parts.Reading;
import hobson.parts.Role;
import hobson.parts.Schemas;
import hobson.parts.Showing;
import java.util.List;

/** Properties that only pipelines have ({@code config-xml.md §3}). */
public final class PipelinePart implements Part {
    private static final String PACKAGE = "org.jenkinsci.plugins.workflow.job.properties.";
    private static final String NO_CONCURRENT_BUILDS = PACKAGE + "DisableConcurrentBuildsJobProperty";
    private static final String NO_RESUME = PACKAGE + "DisableResumeJobProperty";

    @Override
    public List<Reading<?>> reads() {
        return List.of(
                Reading.of(
                        Role.PROPERTY,
                        NO_CONCURRENT_BUILDS,
                        (e, _) -> new NoConcurrentBuilds(e.flag("abortPrevious", false))),
                Reading.of(Role.PROPERTY, NO_RESUME, (_, _) -> new NoResume()));
    }

    @Override
    public List<Showing<?>> shows(Schemas all) {
        return List.of(
                new Showing<>(
                        NoConcurrentBuilds.class,
                        Schema.<NoConcurrentBuilds, Reader>named(NO_CONCURRENT_BUILDS)
                                .build()),
                new Showing<>(
                        NoResume.class,
                        Schema.<NoResume, Reader>named(NO_RESUME).build()));
    }
}
