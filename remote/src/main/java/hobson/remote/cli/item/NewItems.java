package hobson.remote.cli.item;

import hobson.engine.item.Folder;
import hobson.engine.item.Item;
import hobson.engine.user.Caller;
import hobson.remote.cli.CommandFailure;
import hobson.remote.cli.NamedItems;
import org.jspecify.annotations.Nullable;

/** Finds where a new item is to be, from its full name. */
record NewItems(NamedItems items) {
    /** @param folder null for the top */
    record Target(@Nullable Folder folder, String name) {}

    Target target(Caller caller, String fullName) {
        if (items.find(caller, fullName).isPresent()) {
            throw CommandFailure.state("Job '" + fullName + "' already exists");
        }
        int slash = fullName.lastIndexOf('/');
        return slash <= 0
                ? new Target(null, fullName)
                : new Target(folder(caller, fullName.substring(0, slash)), fullName.substring(slash + 1));
    }

    private Folder folder(Caller caller, String name) {
        Item item = items.find(caller, name).orElseThrow(() -> CommandFailure.argument("Unknown ItemGroup " + name));
        if (item instanceof Folder folder) {
            return folder;
        }
        throw CommandFailure.state("Can't create job from CLI in " + name);
    }
}
