package hobson.client;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The one sentence in an error, in every form that servers have for it: a problem of RFC 9457, the JSON, HTML and text of a servlet container, a
 * page of Jenkins, {@code X-Error} (remote-api.md §1.5, §1.6; endpoints.md §0.4).
 */
final class Sentences {
    private static final int LONGEST = 1_000;

    /** In the order in which they are to be believed: a page's title is the last to say something. */
    private static final List<Pattern> IN_PAGES = List.of(
            Pattern.compile("<th>MESSAGE:</th>\\s*<td>([^<]{1,2000})</td>"),
            Pattern.compile("(?s)<h1>\\s*Error\\s*</h1>\\s*<p[^>]{0,200}>(.{1,4000}?)</p>"),
            Pattern.compile("(?s)<h1>\\s*Access Denied\\s*</h1>\\s*<p[^>]{0,200}>(.{1,4000}?)</p>"),
            Pattern.compile("(?s)<p class=\"error\"[^>]{0,200}>(.{1,4000}?)</p>"),
            Pattern.compile("(?s)<p role=\"alert\"[^>]{0,200}>(.{1,4000}?)</p>"),
            Pattern.compile("(?s)<div class=\"(?:[^\"]{1,200} )?(?:error|alert-danger)[^>]{0,200}>(.{1,4000}?)</div>"),
            Pattern.compile("(?s)<h2[^>]{0,200}>(A problem occurred while processing the request.{0,200}?)</h2>"),
            Pattern.compile("(Logging ID=[0-9a-f-]{36})"),
            Pattern.compile("(Please wait while Jenkins is [a-z ]{3,60})"),
            Pattern.compile("<title>Error [0-9]{3} ([^<]{1,2000})</title>"),
            Pattern.compile("<title>([^<]{1,500})</title>"));

    private static final Pattern TAG = Pattern.compile("<[^>]{0,500}>");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");
    private static final Pattern ENTITY = Pattern.compile("&(?:#([0-9]{1,7})|(amp|lt|gt|quot|apos|nbsp));");

    private Sentences() {}

    /** What the error says; empty when it says nothing. */
    static String in(Answer answer) {
        var type = answer.header("Content-Type").orElse("");
        var said = "";
        if (type.contains("json")) {
            var problem = problem(answer);
            said = problem.get("detail").asText().orElse(problem.text("message"));
            said = type.contains("problem") ? said : plain(said);
        } else if (type.contains("html")) {
            said = page(answer.text());
        } else if (type.isEmpty() || type.startsWith("text/plain")) {
            said = answer.text();
        }
        if (said.isBlank()) {
            said = answer.header("X-Error").orElse("");
        }
        var sentence = BLANKS.matcher(said).replaceAll(" ").strip();
        return sentence.length() > LONGEST ? sentence.substring(0, LONGEST) + "…" : sentence;
    }

    /** The members of an error that is JSON; none of any other. */
    static Json problem(Answer answer) {
        if (!answer.header("Content-Type").orElse("").contains("json")) {
            return Json.NULL;
        }
        try {
            return Json.parse(new ByteArrayInputStream(answer.body()));
        } catch (JacksonException e) {
            return Json.NULL;
        }
    }

    private static String page(String html) {
        for (var pattern : IN_PAGES) {
            var match = pattern.matcher(html);
            if (match.find()) {
                return plain(match.group(1));
            }
        }
        return "";
    }

    /** Without tags and entities. */
    static String plain(String html) {
        return ENTITY.matcher(TAG.matcher(html).replaceAll(""))
                .replaceAll(match -> Matcher.quoteReplacement(character(match.group(1), match.group(2))));
    }

    private static String character(@Nullable String code, @Nullable String name) {
        if (code != null) {
            int point = Integer.parseInt(code);
            return Character.isValidCodePoint(point) ? Character.toString(point) : "?";
        }
        return switch (String.valueOf(name)) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> " ";
        };
    }
}
