package hobson.engine.run;

import hobson.engine.item.Job;
import hobson.engine.item.JobDefinition;

/** Decides what the builds of a job do: what its definition says, or something else in its place. Called for each build; may be slow. */
@FunctionalInterface
public interface Staging {
    /** Builds do what their definitions say. */
    Staging AS_DEFINED = (_, definition) -> definition;

    /** What the build performs; parts of the definition that say when and where it is built have been heeded already. */
    JobDefinition staged(Job job, JobDefinition definition);
}
