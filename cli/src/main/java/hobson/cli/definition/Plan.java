package hobson.cli.definition;

import hobson.cli.session.CommandFailure;
import hobson.cli.session.ExitCode;
import hobson.client.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is to be done so that a server has what a directory says: first nodes, folders, jobs and views are made and changed, then is
 * deleted what is too much, the inner before the outer.
 *
 * @param unchanged how many are as they should be
 */
record Plan(List<Change> changes, int unchanged) {
    Plan {
        changes = List.copyOf(changes);
    }

    /** @param prune whether what the directory does not have is deleted, of the kinds that it speaks about */
    static Plan of(Definitions wanted, LiveDefinitions live, boolean prune) throws InterruptedException {
        var present = new TreeMap<Address, Boolean>();
        wanted.kinds().forEach(kind -> present.putAll(live.list(kind)));
        checkFolders(wanted, present);
        var tooMuch = prune ? tooMuch(wanted, present, live) : new TreeSet<Address>();
        var needed = new TreeSet<>(tooMuch);
        wanted.documents().forEach((address, text) -> {
            if (text.isPresent() && present.containsKey(address)) {
                needed.add(address);
            }
        });
        var documents = live.read(needed);
        var changes = new ArrayList<Change>();
        int unchanged = addWanted(changes, wanted, present, documents);
        documents.descendingMap().forEach((address, before) -> {
            if (tooMuch.contains(address)) {
                changes.add(new Change.Delete(address, before));
            }
        });
        return new Plan(changes, unchanged);
    }

    private static int addWanted(
            List<Change> changes, Definitions wanted, Map<Address, Boolean> present, Map<Address, Document> documents) {
        int unchanged = 0;
        for (var entry : wanted.documents().entrySet()) {
            var address = entry.getKey();
            var text = entry.getValue();
            var before = documents.get(address);
            if (!present.containsKey(address)) {
                changes.add(new Change.Create(address, text.orElse(Folders.EMPTY)));
            } else if (text.isEmpty() || before == null) {
                unchanged++;
            } else {
                var difference = Comparison.of(address.kind(), before.text(), text.get());
                if (difference.isNone()) {
                    unchanged++;
                } else {
                    changes.add(new Change.Update(address, before, text.get(), difference));
                }
            }
        }
        return unchanged;
    }

    private static void checkFolders(Definitions wanted, NavigableMap<Address, Boolean> present) {
        wanted.documents().keySet().stream()
                .filter(address -> address.kind() == Kind.ITEM)
                .forEach(address -> {
                    var folder = present.get(address);
                    if (folder != null && folder != wanted.isFolder(address)) {
                        throw new CommandFailure(
                                ExitCode.CONFLICT,
                                address.path() + " is a " + (folder ? "folder" : "job") + " on the server and a "
                                        + (folder ? "job" : "folder") + " in the directory: rename one of them.");
                    }
                });
    }

    private static TreeSet<Address> tooMuch(
            Definitions wanted, NavigableMap<Address, Boolean> present, LiveDefinitions live) {
        var tooMuch = new TreeSet<>(present.keySet());
        tooMuch.removeAll(wanted.documents().keySet());
        if (tooMuch.stream().anyMatch(address -> address.kind() == Kind.VIEW)) {
            tooMuch.remove(Address.view(live.primaryView()));
        }
        return tooMuch;
    }

    boolean isNothing() {
        return changes.isEmpty();
    }
}
