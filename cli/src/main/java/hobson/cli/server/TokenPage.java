package hobson.cli.server;

import hobson.client.Hobson;
import hobson.client.HobsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The API tokens of the caller, as the fields of the page about them have them: no server lists them in JSON. The page is {@code
 * me/security/}; a Jenkins before 2.468 has it in {@code me/configure}.
 */
final class TokenPage {
    private static final Pattern INPUT = Pattern.compile("<input\\b([^>]{0,2000})>");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]{0,100})\"");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]{0,1000})\"");

    private TokenPage() {}

    record Entry(String name, String id) {}

    static List<Entry> read(Hobson hobson) {
        try {
            return entries(hobson.raw().get("me/security/").text());
        } catch (HobsonException.NotFound e) {
            return entries(hobson.raw().get("me/configure").text());
        }
    }

    /** A token has a field for its id and one for its name, in either order. */
    static List<Entry> entries(String html) {
        var entries = new ArrayList<Entry>();
        var id = "";
        var name = "";
        for (var input : INPUT.matcher(html).results().toList()) {
            var value = found(VALUE, input.group(1));
            switch (found(NAME, input.group(1))) {
                case "tokenUuid" -> id = value;
                case "tokenName", "newName" -> name = value;
                default -> {}
            }
            if (!id.isEmpty() && !name.isEmpty()) {
                entries.add(new Entry(plain(name), id));
                id = "";
                name = "";
            }
        }
        return entries;
    }

    private static String found(Pattern pattern, String text) {
        var match = pattern.matcher(text);
        return match.find() ? match.group(1) : "";
    }

    private static String plain(String html) {
        return html.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&#x27;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
