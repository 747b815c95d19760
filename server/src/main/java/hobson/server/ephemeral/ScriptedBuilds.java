package hobson.server.ephemeral;

import hobson.engine.item.Job;
import hobson.engine.item.JobDefinition;
import hobson.engine.run.BuildWrapper;
import hobson.engine.run.Publisher;
import hobson.engine.run.Staging;
import hobson.engine.scm.Scm;
import java.util.List;
import java.util.stream.Stream;

/** Puts scripts in the place of what definitions say: no sources, no processes; builds of other jobs follow as ever. */
public final class ScriptedBuilds implements Staging {
    private final Scripts scripts;
    private final boolean onlyMentioned;

    /** @param onlyMentioned builds of jobs without a script do what their definitions say */
    public ScriptedBuilds(Scripts scripts, boolean onlyMentioned) {
        this.scripts = scripts;
        this.onlyMentioned = onlyMentioned;
    }

    @Override
    public JobDefinition staged(Job job, JobDefinition definition) {
        if (onlyMentioned && !scripts.mentions(job.path().fullName())) {
            return definition;
        }
        var name = definition.steps().isEmpty()
                ? "Script"
                : definition.steps().getFirst().name();
        return new JobDefinition(
                definition.kind(),
                definition.description(),
                definition.displayName(),
                definition.disabled(),
                definition.concurrent(),
                definition.keepDependencies(),
                definition.quietPeriodSeconds(),
                definition.label(),
                definition.customWorkspace(),
                definition.triggerToken(),
                definition.blockedByUpstream(),
                definition.blockedByDownstream(),
                definition.parameters(),
                definition.parts().stream()
                        .filter(part -> !(part instanceof BuildWrapper))
                        .map(part -> part instanceof Scm scm
                                ? new ScriptedSources(scm, scripts, job.path().fullName())
                                : part)
                        .toList(),
                List.of(new ScriptedStep(scripts, name)),
                publishers(definition),
                definition.unknown(),
                definition.holdsSecrets());
    }

    /** What is done once the result is fixed is done as ever. */
    private List<Publisher> publishers(JobDefinition definition) {
        var concluding =
                definition.publishers().stream().filter(publisher -> publisher.stage() == Publisher.Stage.CONCLUDE);
        return Stream.concat(Stream.of(new ScriptedTests(scripts)), concluding).toList();
    }
}
