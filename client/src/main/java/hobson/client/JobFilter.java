package hobson.client;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which jobs of a list.
 *
 * @param name found anywhere in the full name
 * @param building whether something is being built; nothing for both
 */
public record JobFilter(
        Optional<Pattern> name, Optional<JobStatus> status, Optional<Boolean> building, Optional<String> className) {
    public static final JobFilter ALL =
            new JobFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Only those in whose full name that is found. */
    public JobFilter named(Pattern pattern) {
        return new JobFilter(Optional.of(pattern), status, building, className);
    }

    /** Only those with that status. */
    public JobFilter status(JobStatus only) {
        return new JobFilter(name, Optional.of(only), building, className);
    }

    /** Only those that are, or are not, built just now. */
    public JobFilter building(boolean only) {
        return new JobFilter(name, status, Optional.of(only), className);
    }

    /** Only those of that kind, {@code hudson.model.FreeStyleProject}. */
    public JobFilter kind(String only) {
        return new JobFilter(name, status, building, Optional.of(only));
    }

    boolean takes(JobSummary job) {
        return name.map(pattern -> pattern.matcher(job.path().toString()).find())
                        .orElse(true)
                && status.map(only -> job.status().equals(Optional.of(only))).orElse(true)
                && building.map(only -> job.isBuilding() == only).orElse(true)
                && className.map(only -> job.className().equals(only)).orElse(true);
    }
}
