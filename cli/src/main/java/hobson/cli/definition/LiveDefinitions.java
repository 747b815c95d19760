package hobson.cli.definition;

import hobson.client.Document;
import hobson.client.Hobson;
import hobson.client.ItemPath;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The definitions that a server has. Blocks; documents are read some at a time. */
public final class LiveDefinitions {
    private static final int AT_A_TIME = 8;

    private final Hobson hobson;

    public LiveDefinitions(Hobson hobson) {
        this.hobson = hobson;
    }

    /**
     * Everything of that kind that has a document of its own, and whether it is a plain folder. What is in folders that fill themselves
     * is theirs, and the node that is the server itself has no document.
     */
    public NavigableMap<Address, Boolean> list(Kind kind) {
        var found = new TreeMap<Address, Boolean>();
        switch (kind) {
            case NODE ->
                hobson.nodes().list().stream()
                        .filter(node -> !node.isBuiltIn())
                        .forEach(node -> found.put(Address.node(node.name()), false));
            case VIEW -> hobson.views().names().forEach(name -> found.put(Address.view(name), false));
            case ITEM -> items(found);
        }
        return found;
    }

    private void items(Map<Address, Boolean> found) {
        var folders = new HashSet<ItemPath>(Set.of(ItemPath.ROOT));
        hobson.jobs().tree().forEach(item -> {
            if (folders.contains(item.path().parent().orElse(ItemPath.ROOT))) {
                boolean folder = Folders.isPlain(item.className());
                found.put(Address.item(item.path()), folder);
                if (folder) {
                    folders.add(item.path());
                }
            }
        });
    }

    /** The view that is shown first, which cannot be deleted. */
    String primaryView() {
        return hobson.raw()
                .json("api/json?tree=primaryView%5Bname%5D")
                .get("primaryView")
                .text("name");
    }

    public Document read(Address address) {
        return switch (address.kind()) {
            case NODE -> hobson.nodes().node(address.name()).config();
            case VIEW -> hobson.views().view(address.name()).config();
            case ITEM -> hobson.job(address.path()).config();
        };
    }

    /** All of these; the first that cannot be read ends it. */
    NavigableMap<Address, Document> read(Collection<Address> addresses) throws InterruptedException {
        var documents = new TreeMap<Address, Document>();
        try (var threads =
                Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
            var pending = new TreeMap<Address, Future<Document>>();
            addresses.forEach(address -> pending.put(address, threads.submit(() -> read(address))));
            try {
                for (var entry : pending.entrySet()) {
                    documents.put(entry.getKey(), entry.getValue().get());
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof RuntimeException cause ? cause : new CancellationException(e.toString());
            }
        }
        return documents;
    }

    public void create(Address address, String document) {
        switch (address.kind()) {
            case NODE -> hobson.nodes().create(address.name(), document);
            case VIEW -> hobson.views().create(address.name(), document);
            case ITEM ->
                hobson.folder(address.path().parent().orElse(ItemPath.ROOT))
                        .jobs()
                        .create(address.name(), document);
        }
    }

    /** @throws hobson.client.HobsonException.Conflict when it was changed since it was read */
    public void update(Address address, Document changed) {
        switch (address.kind()) {
            case NODE -> hobson.nodes().node(address.name()).update(changed);
            case VIEW -> hobson.views().view(address.name()).update(changed);
            case ITEM -> hobson.job(address.path()).update(changed);
        }
    }

    /** Whether there is nothing in that folder that the caller may see. */
    boolean isEmpty(Address folder) {
        return hobson.folder(folder.path()).jobs().list().isEmpty();
    }

    void delete(Address address) {
        switch (address.kind()) {
            case NODE -> hobson.nodes().node(address.name()).delete();
            case VIEW -> hobson.views().view(address.name()).delete();
            case ITEM -> hobson.job(address.path()).delete();
        }
    }
}
