package hobson.engine.queue;

import hobson.engine.build.Builds;
import hobson.engine.build.Permalink;
import hobson.engine.item.ItemPath;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Job;
import hobson.engine.item.JobDefinition;
import hobson.engine.parameter.ParameterDefinition;
import hobson.engine.parameter.ParameterValue;
import hobson.engine.secret.Secret;
import hobson.engine.secret.Vault;
import hobson.engine.secret.WrittenSecrets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The values that a build gets when nobody says otherwise, and what definitions look at to find them. */
public final class ParameterDefaults implements ParameterDefinition.Surroundings {
    private final ItemRegistry jobs;
    private final Builds builds;
    private final Vault vault;

    public ParameterDefaults(ItemRegistry jobs, Builds builds, Vault vault) {
        this.jobs = jobs;
        this.builds = builds;
        this.vault = vault;
    }

    /** Null when the job takes no parameters; parameters without a default are left out. */
    public @Nullable List<ParameterValue> of(JobDefinition definition) {
        return definition.parameterized()
                ? definition.parameters().stream()
                        .map(parameter -> parameter.defaultValue(this))
                        .flatMap(Optional::stream)
                        .toList()
                : null;
    }

    @Override
    public OptionalInt newestBuild(String job, ParameterDefinition.BuildFilter filter) {
        var permalink = switch (filter) {
            case ALL -> Permalink.LAST;
            case STABLE -> Permalink.LAST_STABLE;
            case SUCCESSFUL -> Permalink.LAST_SUCCESSFUL;
            case COMPLETED -> Permalink.LAST_COMPLETED;
        };
        return job(job).map(j -> builds.history(j.id()).number(permalink)).orElseGet(OptionalInt::empty);
    }

    @Override
    public boolean buildExists(String job, int number) {
        return job(job).map(j -> builds.history(j.id()).find(number) != null).orElse(false);
    }

    private Optional<Job> job(String fullName) {
        try {
            return jobs.find(ItemPath.of(fullName));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public Secret protect(String secret) {
        return vault.protect(secret);
    }

    @Override
    public Secret protectWritten(String written) {
        return vault.protect(new WrittenSecrets(vault).meaning(written));
    }
}
