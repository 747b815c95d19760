package hobson.remote.cli.build;

import hobson.engine.build.Cause;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Job;
import hobson.engine.item.Jobs;
import hobson.engine.parameter.ParameterValue;
import hobson.engine.queue.Submission;
import hobson.engine.queue.Trigger;
import hobson.engine.queue.Triggers;
import hobson.engine.scm.Polling;
import hobson.remote.cli.CommandFailure;
import hobson.remote.cli.Terminal;
import hobson.remote.read.FullNames;
import hobson.remote.trigger.Submissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for a build at the command line. */
final class Asking {
    private final ItemRegistry registry;
    private final Jobs jobs;
    private final Triggers triggers;
    private final Submissions submissions;
    private final GivenParameters parameters;
    private final Polling polling;

    Asking(
            ItemRegistry registry,
            Jobs jobs,
            Triggers triggers,
            Submissions submissions,
            GivenParameters parameters,
            Polling polling) {
        this.registry = registry;
        this.jobs = jobs;
        this.triggers = triggers;
        this.submissions = submissions;
        this.parameters = parameters;
        this.polling = polling;
    }

    /**
     * What is wanted.
     *
     * @param given the parameters that were said
     * @param ifChanged nothing is to happen unless the job's sources have changed
     * @param talkative what the look at the sources saw is to be told
     */
    record Wish(Job job, Map<String, @Nullable String> given, boolean ifChanged, boolean talkative) {}

    /** In the store when this returns; empty when nothing has changed. */
    Optional<Submission> ask(Wish wish, Terminal terminal) throws IOException, InterruptedException {
        var caller = terminal.caller();
        var allowed = triggers.authorize(caller, wish.job, null);
        var values = values(wish, terminal);
        if (wish.ifChanged && !hasChanged(wish, values, terminal)) {
            return Optional.empty();
        }
        return Optional.of(submissions.submit(caller, allowed, values, () -> {
            requireBuildable(wish.job);
            return new Trigger(wish.job, List.of(new Cause.CommandLine(caller.userId())), values, 0, null);
        }));
    }

    private @Nullable List<ParameterValue> values(Wish wish, Terminal terminal) throws IOException {
        var definition = jobs.definition(wish.job);
        if (wish.given.isEmpty()) {
            return parameters.defaults(definition);
        }
        if (!definition.parameterized()) {
            throw CommandFailure.state(name(wish.job) + " is not parameterized but the -p option was specified.");
        }
        return parameters.of(definition, wish.given, terminal.in());
    }

    private boolean hasChanged(Wish wish, @Nullable List<ParameterValue> values, Terminal terminal)
            throws IOException, InterruptedException {
        boolean changed = false;
        try {
            changed = polling.hasChanged(wish.job);
        } finally {
            if (!changed) {
                submissions.forget(values);
            }
        }
        if (wish.talkative) {
            tellLook(wish.job, terminal);
        }
        return changed;
    }

    private void tellLook(Job job, Terminal terminal) throws IOException {
        try (var log = Files.newInputStream(polling.log(job))) {
            log.transferTo(terminal.log());
        } catch (NoSuchFileException e) {
            // it has no sources
        }
    }

    private void requireBuildable(Job asked) {
        var job = registry.find(asked.id()).orElse(asked);
        if (!job.buildable()) {
            throw CommandFailure.state("Cannot build " + name(job) + reason(job));
        }
    }

    private static String reason(Job job) {
        if (job.disabled()) {
            return " because it is disabled.";
        }
        return job.heldOff() ? " because its configuration has not been saved." : " for unknown reasons.";
    }

    private String name(Job job) {
        return FullNames.of(registry, job);
    }
}
