package hobson.engine.user;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One line of a matrix: {@code USER:hudson.model.Item.Build:bob}, {@code GROUP:Job/Read:authenticated}, or, as in older documents, without
 * a kind, which means a user or a group of that name (security.md §8.2).
 *
 * @param permission as it is written; {@link PermissionNames} knows which one that is
 * @param name of the user or group; may contain colons
 */
public record Grant(Holder holder, String permission, String name) {
    private static final Pattern TEXT = Pattern.compile("(?:(USER|GROUP|EITHER):)?([^:]+):(.+)", Pattern.DOTALL);

    /** Whom a line means. */
    public enum Holder {
        USER,
        GROUP,
        EITHER
    }

    /** Empty when the text has not the form of a line. */
    public static Optional<Grant> parse(String text) {
        var parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        var holder = parts.group(1) == null ? Holder.EITHER : Holder.valueOf(parts.group(1));
        return Optional.of(new Grant(holder, parts.group(2), parts.group(3)));
    }
}
