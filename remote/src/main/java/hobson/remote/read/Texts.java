package hobson.remote.read;

import hobson.http.Body;
import hobson.http.ContentType;
import hobson.http.Header;
import hobson.http.Problem;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.route.Targets;
import java.text.DateFormat;
import java.text.SimpleDateFormat;
import java.util.Locale;

/** Single facts about a build, as plain text (remote-api.md §8.2, endpoints.md §5). */
final class Texts {
    private static final Header ASCII = ContentType.of("text/plain;charset=US-ASCII");
    private static final int LONGEST_PATTERN = 200;

    private final Targets targets;

    Texts(Targets targets) {
        this.targets = targets;
    }

    Response buildNumber(Request request) {
        return Response.ok(
                ASCII, Body.text(Integer.toString(targets.build(request).number())));
    }

    /** When the build was created, in the zone of the server. */
    Response buildTimestamp(Request request) {
        var build = targets.build(request);
        var format = request.query()
                .first("format")
                .map(pattern -> format(pattern, locale(request)))
                .orElseGet(() -> DateFormat.getDateTimeInstance(DateFormat.SHORT, DateFormat.SHORT, Locale.ENGLISH));
        return Response.ok(ASCII, Body.text(format.format((Object) build.timestamp())));
    }

    private static DateFormat format(String pattern, Locale locale) {
        if (pattern.length() > LONGEST_PATTERN) {
            throw Problem.badRequest("The parameter format may have at most " + LONGEST_PATTERN + " characters");
        }
        try {
            return new SimpleDateFormat(pattern, locale);
        } catch (IllegalArgumentException _) {
            throw Problem.badRequest("The parameter format is not a pattern for dates, such as yyyy-MM-dd");
        }
    }

    private static Locale locale(Request request) {
        var languages = request.header("Accept-Language").orElse("en");
        int end = 0;
        while (end < languages.length() && ",; ".indexOf(languages.charAt(end)) < 0) end++;
        var locale = Locale.forLanguageTag(languages.substring(0, end));
        return locale.getLanguage().isEmpty() ? Locale.ENGLISH : locale;
    }
}
