package hobson.parts.job;

import hobson.engine.item.ItemPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists of job names in a job's document, and how they follow a rename. */
final class References {
    private final ItemPath owner;
    private final ItemPath from;
    private final ItemPath to;

    References(ItemPath owner, ItemPath from, ItemPath to) {
        this.owner = owner;
        this.from = from;
        this.to = to;
    }

    /** The list with every name that meant the old place meaning the new one; blanks and commas stay. */
    String renamed(String list) {
        var out = new StringBuilder();
        int start = 0;
        while (start <= list.length()) {
            int comma = list.indexOf(',', start);
            int end = comma < 0 ? list.length() : comma;
            out.append(renamedEntry(list.substring(start, end)));
            if (comma >= 0) {
                out.append(',');
            }
            start = end + 1;
        }
        return out.toString();
    }

    private String renamedEntry(String entry) {
        var name = entry.strip();
        var moved = name.isEmpty() ? Optional.<ItemPath>empty() : moved(name);
        return moved.isEmpty() ? entry : entry.replace(name, written(moved.get(), name));
    }

    /** Where the item of that name is now; empty when it is where it was. */
    private Optional<ItemPath> moved(String name) {
        ItemPath path;
        try {
            path = owner.resolve(name);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (path.key().equals(from.key())) {
            return Optional.of(to);
        }
        if (!path.key().startsWith(from.key() + "/")) {
            return Optional.empty();
        }
        var segments = new ArrayList<>(to.segments());
        segments.addAll(
                path.segments().subList(from.segments().size(), path.segments().size()));
        return Optional.of(new ItemPath(segments));
    }

    /** Relative where the old name was and the new place allows it, absolute otherwise. */
    private String written(ItemPath path, String before) {
        if (before.startsWith("/")) {
            return "/" + path.fullName();
        }
        int depth = owner.segments().size() - 1;
        int shared = 0;
        while (shared < depth
                && shared < path.segments().size() - 1
                && owner.segments().get(shared).equals(path.segments().get(shared))) {
            shared++;
        }
        if (shared < depth && !before.startsWith("..")) {
            return "/" + path.fullName();
        }
        List<String> below = path.segments().subList(shared, path.segments().size());
        return "../".repeat(depth - shared) + String.join("/", below);
    }
}
