package hobson.remote.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.engine.item.Jobs;
import hobson.engine.scm.Polling;
import hobson.engine.trigger.JobTrigger;
import hobson.http.Handler;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.page.Pages;
import hobson.remote.route.Targets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** {@code /job/NAME/scmPollLog}: what the last look at the job's sources saw ({@code endpoints.md §3.4}). */
final class PollLog implements Handler {
    private static final int MOST_BYTES = 1 << 20;

    private final Jobs jobs;
    private final Targets targets;
    private final Polling polling;
    private final Pages pages;

    PollLog(Jobs jobs, Targets targets, Polling polling, Pages pages) {
        this.jobs = jobs;
        this.targets = targets;
        this.polling = polling;
        this.pages = pages;
    }

    @Override
    public Response handle(Request request) {
        var job = targets.job(request);
        request.beforeBlocking();
        if (jobs.definition(job).triggers(JobTrigger.Polling.class).isEmpty()) {
            return pages.notFound(request);
        }
        var log = read(polling.log(job));
        return pages.page(200, "Polling log of " + job.label(), html -> {
            if (log.isEmpty()) {
                html.element("p", "Polling has not run yet.");
            } else {
                html.element("pre", log);
            }
        });
    }

    private static String read(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MOST_BYTES), UTF_8);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException("the polling log cannot be read: " + file, e);
        }
    }
}
