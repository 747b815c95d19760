package hobson.engine.run;

import hobson.engine.build.Build;
import hobson.engine.build.Result;
import hobson.engine.item.Job;
import hobson.engine.item.JobDefinition;
import hobson.engine.scm.LastChanges;
import hobson.engine.scm.Scm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** How one build comes by its job's sources. For the thread of the build. */
final class Checkout {
    /** However many there are in one build. */
    private static final int MOST_AUTHORS = 1_000;

    private final LastChanges lastChanges;
    private final Build build;
    private final Optional<Scm> scm;
    private final SecretsOfBuild secrets;
    private final Path folder;

    Checkout(RunServices services, Job job, JobDefinition definition, Build build, Path workspace, Path folder) {
        this.lastChanges = services.lastChanges();
        this.build = build;
        this.scm = definition.part(Scm.class);
        this.secrets = new SecretsOfBuild(
                services.credentials(),
                services.vault(),
                job,
                build,
                workspace,
                services.builds().folders().knownHosts());
        this.folder = folder;
    }

    /** See {@link Scm#checkout}; once, whatever crashes come in between. */
    Result perform(BuildContext context, Journal journal, Commands commands, Verdicts verdicts)
            throws IOException, InterruptedException {
        var done = journal.find("checkout");
        if (scm.isEmpty() || done.isPresent()) {
            return done.map(Result::valueOf).orElse(Result.SUCCESS);
        }
        commands.throwIfStopped();
        commands.enter("checkout");
        try {
            var result = verdicts.of(() -> checkout(scm.get(), context));
            journal.note("checkout", result.name());
            return result;
        } finally {
            secrets.deleteFiles();
        }
    }

    private Result checkout(Scm scm, BuildContext context) throws IOException, InterruptedException {
        var result = scm.checkout(context, secrets);
        var sources = scm.sources(folder);
        if (sources.isPresent()) {
            lastChanges.note(build.jobId(), sources.get().authors(MOST_AUTHORS), build.timestamp());
        }
        return result;
    }

    /** What the build is told of its sources. */
    Map<String, String> variables() {
        try {
            return scm.isEmpty() ? Map.of() : scm.get().variables(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("what was checked out cannot be read", e);
        }
    }
}
