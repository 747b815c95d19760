package hobson.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a job or a folder is: the names from the top of the server down to it. The empty path is the server itself.
 *
 * @param names from the outermost folder to the item
 */
public record ItemPath(List<String> names) {
    /** The top of the server. */
    public static final ItemPath ROOT = new ItemPath(List.of());

    /** @throws IllegalArgumentException when a name is one that no item can have */
    public ItemPath {
        names = List.copyOf(names);
        for (var name : names) {
            if (name.isBlank() || name.contains("/") || name.equals(".") || name.equals("..")) {
                throw new IllegalArgumentException("No item can be called \"" + name + "\".");
            }
        }
    }

    /**
     * Reads a full name, {@code "team/app/deploy"}. A slash before it changes nothing.
     *
     * @throws IllegalArgumentException when a name is one that no item can have
     */
    public static ItemPath of(String fullName) {
        var relative = fullName.startsWith("/") ? fullName.substring(1) : fullName;
        return relative.isEmpty() ? ROOT : new ItemPath(Arrays.asList(relative.split("/", -1)));
    }

    /** The item of that name in this folder. */
    public ItemPath child(String name) {
        var longer = new ArrayList<>(names);
        longer.add(name);
        return new ItemPath(longer);
    }

    /** The folder that this item is in; nothing for the top of the server. */
    public Optional<ItemPath> parent() {
        return names.isEmpty() ? Optional.empty() : Optional.of(new ItemPath(names.subList(0, names.size() - 1)));
    }

    /** The item's own name; nothing for the top of the server. */
    public Optional<String> name() {
        return names.isEmpty() ? Optional.empty() : Optional.of(names.get(names.size() - 1));
    }

    /** The address below the server's, for example {@code job/team/job/app/}; nothing at all for the top. */
    String address() {
        return names.stream().map(name -> "job/" + encoded(name) + "/").collect(Collectors.joining());
    }

    /** One segment of an address, whatever is in it. */
    static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The full name. */
    @Override
    public String toString() {
        return String.join("/", names);
    }
}
