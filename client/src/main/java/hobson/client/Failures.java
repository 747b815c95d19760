package hobson.client;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which exception an answer of 400 and above is. */
final class Failures {
    /** Refused before anything else was looked at (security.md §6.2). */
    static final String NO_CRUMB = "No valid crumb was included in the request";

    /** Words with which Jenkins refuses, as 400, what others would call 409 (endpoints.md §1, §2.3). */
    private static final Pattern TAKEN = Pattern.compile(
            "already exists|already taken|is already in use|is currently being deleted|while it is building|explicitly marked to be kept");

    private static final Pattern PLACE =
            Pattern.compile("line(?: |Number: )([0-9]{1,9})[,;] column(?: |Number: )([0-9]{1,9})");
    private static final Pattern MISSING =
            Pattern.compile("missing the ([A-Za-z][\\w ]{0,40}/[A-Za-z][\\w ]{0,40}?) permission");

    private static final String PROXY =
            "the proxy wants a login; for https it is sent only by a JVM that was started with"
                    + " -Djdk.http.auth.tunneling.disabledSchemes= (empty).";

    private Failures() {}

    static HobsonException of(String what, Answer answer) {
        int status = answer.status();
        var said = Sentences.in(answer);
        var sentence = said.isEmpty() ? what + ": the answer is " + status + "." : what + ": " + said;
        return switch (status) {
            case 401 -> new HobsonException.Unauthorized(sentence, status);
            case 403 -> new HobsonException.Forbidden(sentence, status, permission(answer, said));
            case 404, 410 -> new HobsonException.NotFound(sentence, status);
            case 409, 412, 423 ->
                new HobsonException.Conflict(
                        sentence, status, answer.header("ETag").orElse(null));
            case 407 -> new HobsonException.Unauthorized(what + ": " + PROXY, status);
            case 408 -> new HobsonException.TimedOut(sentence, null);
            case 429 -> new HobsonException.ServerFailure(sentence, status, retryAfter(answer.headers()));
            default -> other(sentence, answer);
        };
    }

    /** What a server refused in a form that it shows again, as 200. */
    static HobsonException inForm(String what, Answer answer) {
        var sentence = what + ": " + Sentences.in(answer);
        return TAKEN.matcher(sentence).find()
                ? new HobsonException.Conflict(sentence, answer.status(), null)
                : new HobsonException.BadRequest(sentence, answer.status(), 0, 0);
    }

    private static HobsonException other(String sentence, Answer answer) {
        int status = answer.status();
        if (status >= 500 && status != 501) {
            return new HobsonException.ServerFailure(sentence, status, retryAfter(answer.headers()));
        }
        if (status == 400 && TAKEN.matcher(sentence).find()) {
            return new HobsonException.Conflict(sentence, status, null);
        }
        var problem = Sentences.problem(answer);
        int line = problem.get("line").asInt().orElse(0);
        int column = problem.get("column").asInt().orElse(0);
        var place = PLACE.matcher(sentence);
        if (line == 0 && place.find()) {
            line = Integer.parseInt(place.group(1));
            column = Integer.parseInt(place.group(2));
        }
        return new HobsonException.BadRequest(sentence, status, line, column);
    }

    private static @Nullable String permission(Answer answer, String said) {
        var named = answer.header("X-Required-Permission");
        if (named.isPresent()) {
            return named.get();
        }
        var words = MISSING.matcher(said);
        return words.find() ? words.group(1) : null;
    }

    private static @Nullable Duration retryAfter(HttpHeaders headers) {
        return headers.firstValue("Retry-After").flatMap(Failures::seconds).orElse(null);
    }

    private static Optional<Duration> seconds(String text) {
        try {
            return Optional.of(Duration.ofSeconds(Integer.parseInt(text.strip())));
        } catch (NumberFormatException e) {
            return date(text);
        }
    }

    private static Optional<Duration> date(String text) {
        try {
            var at = java.time.ZonedDateTime.parse(text.strip(), java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME);
            var wait = Duration.between(java.time.Instant.now(), at.toInstant());
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
