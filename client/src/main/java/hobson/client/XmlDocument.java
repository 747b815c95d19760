package hobson.client;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A definition whose elements can be found and replaced without touching a byte around them. Reads tags alone: what the server has taken is well
 * formed, and no entity is ever looked up.
 */
final class XmlDocument {
    /** What is between tags and looks like some; then a tag, whose attributes may have its end in them. */
    private static final Pattern TAGS = Pattern.compile("(?s)<!--.*?-->|<!\\[CDATA\\[.*?]]>|<\\?.*?\\?>|<![^>]*+>"
            + "|<(/?)([^\\s/>\"'<]++)((?:[^>\"'/]++|\"[^\"]*+\"|'[^']*+'|/(?!>))*+)(/?)>");

    private final String text;

    XmlDocument(String text) {
        this.text = text;
    }

    /**
     * An element, by where it is in the text.
     *
     * @param path the names from the root's child down to it, with slashes
     * @param contentEnd where its end tag begins; where it ends itself when it has none
     * @param end after its last character
     */
    private record Found(String path, int start, int contentStart, int contentEnd, int end) {}

    /** The paths of the elements in a section, the same as often as it is there. */
    List<String> in(String section) {
        return elements().stream()
                .map(Found::path)
                .filter(path -> path.startsWith(section + "/") && path.indexOf('/', section.length() + 1) < 0)
                .toList();
    }

    /** The text of the first element of that path, {@code "triggers/hudson.triggers.TimerTrigger/spec"}. */
    Optional<String> value(String path) {
        return elements().stream()
                .filter(element -> element.path.equals(path))
                .findFirst()
                .map(element -> Sentences.plain(text.substring(element.contentStart, element.contentEnd)));
    }

    /** The document with an element instead of those of that name in a section, which is made where it is missing. */
    String replace(String section, String name, String replacement) {
        var all = elements();
        var same = all.stream()
                .filter(element -> element.path.equals(section + "/" + name))
                .toList();
        var result = new StringBuilder(text);
        for (int i = same.size() - 1; i >= 0; i--) {
            result.replace(same.get(i).start, same.get(i).end, i == 0 ? replacement : "");
        }
        if (!same.isEmpty()) {
            return result.toString();
        }
        var whole = all.stream().filter(element -> element.path.equals(section)).findFirst();
        if (whole.isEmpty()) {
            return result.insert(text.lastIndexOf("</"), Element.around(section, replacement))
                    .toString();
        }
        var element = whole.get();
        if (element.contentEnd == element.end) {
            return result.replace(
                            text.lastIndexOf('/', element.end), element.end, ">" + replacement + "</" + section + ">")
                    .toString();
        }
        return result.insert(element.contentEnd, replacement).toString();
    }

    /** The document with that text in the root's child of that name, which is made where it is missing, unless the root is empty. */
    String with(String name, String value) {
        var element = Element.of(name, value);
        var child = elements().stream().filter(one -> one.path.equals(name)).findFirst();
        if (child.isPresent()) {
            return text.substring(0, child.get().start) + element + text.substring(child.get().end);
        }
        int end = text.lastIndexOf("</");
        return end < 0 ? text : text.substring(0, end) + element + text.substring(end);
    }

    /** In the order of their ends. */
    private List<Found> elements() {
        var found = new ArrayList<Found>();
        var open = new ArrayDeque<Found>();
        var tag = TAGS.matcher(text);
        while (tag.find()) {
            if (tag.group(2) == null) {
                continue;
            }
            if (tag.group(1).isEmpty()) {
                var outer = open.peek();
                var path = outer == null ? "" : outer.path.isEmpty() ? tag.group(2) : outer.path + "/" + tag.group(2);
                open.push(new Found(path, tag.start(), tag.end(), tag.end(), tag.end()));
            }
            if (!open.isEmpty() && (!tag.group(1).isEmpty() || !tag.group(4).isEmpty())) {
                var element = open.pop();
                int contentEnd = tag.group(1).isEmpty() ? tag.end() : tag.start();
                found.add(new Found(element.path, element.start, element.contentStart, contentEnd, tag.end()));
            }
        }
        return found;
    }
}
