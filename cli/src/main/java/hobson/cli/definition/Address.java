package hobson.cli.definition;

import hobson.client.ItemPath;
import java.util.Comparator;
import java.util.List;

/**
 * What a document defines.
 *
 * @param path of a node or a view it has one name
 */
public record Address(Kind kind, ItemPath path) implements Comparable<Address> {
    private static final Comparator<Address> ORDER =
            Comparator.comparing(Address::kind).thenComparing(address -> String.join("\0", address.path.names()));

    public static Address item(ItemPath path) {
        return new Address(Kind.ITEM, path);
    }

    public static Address view(String name) {
        return new Address(Kind.VIEW, new ItemPath(List.of(name)));
    }

    public static Address node(String name) {
        return new Address(Kind.NODE, new ItemPath(List.of(name)));
    }

    /** The last of its names. */
    public String name() {
        return path.name().orElse("");
    }

    /** A folder comes before what is in it. */
    @Override
    public int compareTo(Address other) {
        return ORDER.compare(this, other);
    }

    /** As in a sentence: {@code job team/deploy}. */
    @Override
    public String toString() {
        return kind.word() + " " + path;
    }
}
