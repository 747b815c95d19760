package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.item.Folder;
import hobson.engine.item.FolderDefinition;
import org.jspecify.annotations.Nullable;

/** A folder in one answer. */
final class ShownFolder implements ShownTopLevel {
    final ReadServices services;
    final Folder folder;
    private final String address;
    private @Nullable FolderDefinition definition;

    private ShownFolder(ReadServices services, Folder folder, String address) {
        this.services = services;
        this.folder = folder;
        this.address = address;
    }

    /** A folder that another object mentions: its address is its own. */
    static ShownFolder listed(ReadServices services, Folder folder) {
        return new ShownFolder(services, folder, folder.path().url());
    }

    /** The folder that the request is about: its address is the one that was asked for (remote-api.md §7.2). */
    static ShownFolder visited(ReadServices services, Folder folder, String address) {
        return new ShownFolder(services, folder, address);
    }

    @Override
    public Folder item() {
        return folder;
    }

    @Override
    public String address() {
        return address;
    }

    FolderDefinition definition(Reader reader) {
        var known = definition;
        if (known == null) {
            definition = known = reader.loaded(
                    services.definitions().inMemory(folder),
                    () -> services.definitions().of(folder));
        }
        return known;
    }
}
