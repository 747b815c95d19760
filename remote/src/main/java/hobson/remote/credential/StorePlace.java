package hobson.remote.credential;

import hobson.engine.credential.CredentialOwner;
import hobson.engine.item.Folder;

/**
 * A store and what it is called.
 *
 * @param name in addresses: {@code system}, {@code folder} or {@code user}
 * @param context what its full name begins with, with a slash at the end; empty for the server
 * @param contextTitle the same for people
 */
record StorePlace(CredentialOwner owner, String name, String context, String contextTitle) {
    static final StorePlace SYSTEM = new StorePlace(CredentialOwner.SYSTEM, "system", "", "");

    static StorePlace ofUser(String id, String fullName) {
        return new StorePlace(CredentialOwner.user(id), "user", "user:" + id + "/", "User: " + fullName + " » ");
    }

    /** @param title with those of the folders around */
    static StorePlace ofFolder(Folder folder, String title) {
        var context = folder.path().fullName() + "/";
        return new StorePlace(CredentialOwner.folder(folder.id()), "folder", context, title + " » ");
    }

    String fullName() {
        return context + name;
    }

    String title() {
        return switch (owner.kind()) {
            case SYSTEM -> "System";
            case FOLDER -> "Folder";
            case USER -> "User";
        };
    }

    String fullTitle() {
        return contextTitle + title();
    }
}
