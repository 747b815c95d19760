package hobson.server.ephemeral;

import hobson.engine.build.Result;
import hobson.engine.run.BuildContext;
import hobson.engine.run.BuildSecrets;
import hobson.engine.scm.RepositoryAddress;
import hobson.engine.scm.Scm;
import hobson.engine.scm.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sources of a job without their repository: nothing is fetched, and there are new commits when a script says so. */
record ScriptedSources(Scm real, Scripts scripts, String job) implements Scm {
    @Override
    public String type() {
        return real.type();
    }

    @Override
    public String title() {
        return real.title();
    }

    @Override
    public List<String> repositories() {
        return real.repositories();
    }

    @Override
    public Interest interest(RepositoryAddress repository, List<String> branches) {
        return real.interest(repository, branches);
    }

    @Override
    public Result checkout(BuildContext context, BuildSecrets secrets) {
        return Result.SUCCESS;
    }

    @Override
    public Optional<Sources> sources(Path buildFolder) {
        return Optional.empty();
    }

    @Override
    public Map<String, String> variables(Path buildFolder) {
        return Map.of();
    }

    @Override
    public boolean hasChanged(Look look) {
        return scripts.takeCommits(job);
    }
}
