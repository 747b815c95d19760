package hobson.cli.definition;

import java.util.Collections;
import java.util.EnumSet;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a directory defines.
 *
 * @param documents by what they define; a folder that is only a directory has none
 * @param kinds those that the directory speaks about: it says nothing about the others, not even that there are none
 */
record Definitions(NavigableMap<Address, Optional<String>> documents, Set<Kind> kinds) {
    Definitions {
        documents = Collections.unmodifiableNavigableMap(new TreeMap<>(documents));
        kinds = Collections.unmodifiableSet(kinds.isEmpty() ? EnumSet.noneOf(Kind.class) : EnumSet.copyOf(kinds));
    }

    /** Whether it is a plain folder: a directory, or a document that says so. */
    boolean isFolder(Address address) {
        var text = documents.getOrDefault(address, Optional.empty());
        return hasInside(address)
                || text.map(xml -> Folders.isPlain(DocumentText.plain(xml).root()))
                        .orElse(true);
    }

    private boolean hasInside(Address address) {
        var next = documents.higherKey(address);
        return next != null
                && next.kind() == address.kind()
                && next.path().parent().equals(Optional.of(address.path()));
    }
}
