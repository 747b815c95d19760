package hobson.remote.files;

import hobson.engine.fingerprint.Fingerprint;
import hobson.engine.fingerprint.Fingerprint.Range;
import hobson.engine.fingerprint.FingerprintStore;
import hobson.engine.item.Job;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.page.Html;
import hobson.remote.page.Pages;
import hobson.remote.route.Targets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Where a file was seen, for browsers; as in the API, jobs that are gone or hidden from the caller are left out. */
final class FingerprintPage {
    private static final int MOST_BUILDS = 100;

    private final FingerprintStore fingerprints;
    private final Targets targets;
    private final Pages pages;

    FingerprintPage(FingerprintStore fingerprints, Targets targets, Pages pages) {
        this.fingerprints = fingerprints;
        this.targets = targets;
        this.pages = pages;
    }

    private record Use(Job job, List<Range> builds) {}

    Response answer(Request request, String md5) {
        return fingerprints
                .find(md5)
                .map(print -> known(request, print))
                .orElseGet(() -> pages.page(
                        404,
                        "No file with this fingerprint",
                        html -> html.open("p")
                                .text("Nothing is known of a file with the MD5 ")
                                .element("code", md5)
                                .text(": no build recorded its fingerprint, or those that did are deleted.")
                                .close()));
    }

    private Response known(Request request, Fingerprint print) {
        return pages.page(200, print.fileName(), html -> {
            html.open("p").text("MD5: ").element("code", print.md5()).close();
            var time = Instant.ofEpochMilli(print.timestamp()).truncatedTo(ChronoUnit.SECONDS);
            html.element("p", "First seen: " + time);
            var origin = print.origin();
            if (origin == null) {
                html.element("p", "It came from outside this server.");
            } else {
                job(request, origin.jobId())
                        .ifPresent(job -> uses(
                                html,
                                request,
                                "Made by ",
                                new Use(job, List.of(new Range(origin.number(), origin.number())))));
            }
            print.usage().entrySet().stream()
                    .flatMap(use -> job(request, use.getKey()).map(job -> new Use(job, use.getValue())).stream())
                    .sorted(Comparator.comparing(use -> use.job.path().key()))
                    .forEach(use -> uses(html, request, "Used by ", use));
        });
    }

    private Optional<Job> job(Request request, long id) {
        return targets.jobs().find(id).filter(job -> targets.jobs().isReadable(targets.caller(request), job));
    }

    private static void uses(Html html, Request request, String word, Use use) {
        var address = request.link(use.job.path().url());
        html.open("p").text(word).element("a", use.job.label(), "href", address);
        for (int number : newest(use.builds)) {
            html.text(" ").element("a", "#" + number, "href", address + number + "/");
        }
        html.close();
    }

    private static Deque<Integer> newest(List<Range> ranges) {
        var numbers = new ArrayDeque<Integer>();
        for (var range : ranges.reversed()) {
            for (int number = range.last(); number >= range.first() && numbers.size() < MOST_BUILDS; number--) {
                numbers.addFirst(number);
            }
        }
        return numbers;
    }
}
