package hobson.engine.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** The folder that it is in; empty for an item at the top. */
    public Optional<ItemPath> parent() {
        return isTopLevel() ? Optional.empty() : Optional.of(new ItemPath(segments.subList(0, segments.size() - 1)));
    }

    /** The item of that name in {@code folder}, at the top when that is null. */
    public static ItemPath in(@Nullable ItemPath folder, String name) {
        return folder == null ? new ItemPath(List.of(name)) : folder.child(name);
    }

    public ItemPath child(String name) {
        var longer = new ArrayList<>(segments);
        longer.add(name);
        return new ItemPath(longer);
    }

    /** The same place under another name. */
    public ItemPath withName(String name) {
        return in(parent().orElse(null), name);
    }

    /** Whether it is that item or in it, however deep. */
    public boolean isWithin(ItemPath folder) {
        return key().equals(folder.key()) || key().startsWith(folder.key() + "/");
    }

    /** Where it is after {@code from}, which it is or is in, has become {@code to}. */
    public ItemPath moved(ItemPath from, ItemPath to) {
        var moved = new ArrayList<>(to.segments);
        moved.addAll(segments.subList(from.segments.size(), segments.size()));
        return new ItemPath(moved);
    }

    /**
     * What {@code text} means when it is written in this item's configuration: relative to its folder, or absolute with a
     * leading slash.
     */
    public ItemPath resolve(String text) {
        if (text.startsWith("/")) {
            return of(text.substring(1));
        }
        var steps = new ArrayList<>(segments.subList(0, segments.size() - 1));
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
