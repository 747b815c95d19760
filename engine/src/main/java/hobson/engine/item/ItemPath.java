package hobson.engine.item;

import java.util.List;
import java.util.Locale;

/**
 * Full name of an item: {@code a/b/c} is the item {@code c} in the folder {@code b} in the folder {@code a}.
 *
 * <p>Two paths that differ only in letter case name the same item ({@link #key()}), but keep the spelling they were given.
 */
public record ItemPath(List<String> segments) {
    public ItemPath {
        segments = List.copyOf(segments);
        if (segments.isEmpty() || segments.stream().anyMatch(s -> s.isEmpty() || s.indexOf('/') >= 0)) {
            throw new IllegalArgumentException("not an item path: " + segments);
        }
    }

    public static ItemPath of(String fullName) {
        return new ItemPath(List.of(fullName.split("/", -1)));
    }

    public String name() {
        return segments.getLast();
    }

    public boolean isTopLevel() {
        return segments.size() == 1;
    }

    public String fullName() {
        return segments.size() == 1 ? segments.getFirst() : String.join("/", segments);
    }

    /** The same place under another name. */
    public ItemPath withName(String name) {
        var renamed = new java.util.ArrayList<>(segments);
        renamed.set(renamed.size() - 1, name);
        return new ItemPath(renamed);
    }

    /**
     * What {@code text} means when it is written in this item's configuration: relative to its folder, or absolute with a
     * leading slash.
     */
    public ItemPath resolve(String text) {
        if (text.startsWith("/")) {
            return of(text.substring(1));
        }
        var steps = new java.util.ArrayList<>(segments.subList(0, segments.size() - 1));
        for (var step : text.split("/", -1)) {
            switch (step) {
                case "." -> {}
                case ".." -> {
                    if (steps.isEmpty()) {
                        throw new IllegalArgumentException("not an item path: " + text);
                    }
                    steps.removeLast();
                }
                case String name -> steps.add(name);
            }
        }
        return new ItemPath(steps);
    }

    /** The address below the server's root: {@code job/a/job/b/}, percent-encoded. */
    public String url() {
        var url = new StringBuilder();
        for (var segment : segments) {
            url.append("job/").append(PathSegments.encode(segment)).append('/');
        }
        return url.toString();
    }

    /** Equal for paths that name the same item. */
    public String key() {
        return fullName().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return fullName();
    }
}
