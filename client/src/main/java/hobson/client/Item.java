package hobson.client;

import java.net.URI;
import java.util.Map;

/** A job or a folder on the server, whether it exists or not: nothing is asked before a method is called. */
public abstract sealed class Item permits Job, Folder {
    final Connection connection;
    final ItemPath path;
    final String address;

    Item(Connection connection, ItemPath path) {
        this.connection = connection;
        this.path = path;
        this.address = path.address();
    }

    /** Where it is. */
    public ItemPath path() {
        return path;
    }

    /** Its page. */
    public URI url() {
        return connection.address(address);
    }

    /** Whether it is there, and the caller may know it. */
    public boolean exists() {
        try {
            connection.json(address + "api/json?tree=name");
            return true;
        } catch (HobsonException.NotFound e) {
            return false;
        }
    }

    /** Its definition, {@code config.xml}. */
    public Document config() {
        var answer = connection.send(Call.get(address + "config.xml"));
        var text = XmlText.decode(answer.body());
        return new Document(text, text, answer.header("ETag"));
    }

    /**
     * Replaces its definition, whatever that is now.
     *
     * @throws HobsonException.BadRequest when it is none; Jenkins calls that a {@link HobsonException.ServerFailure}
     */
    public void update(String xml) {
        connection.send(Call.post(address + "config.xml", Content.xml(xml)));
    }

    /**
     * Replaces the definition that was read. Hobson compares and replaces in one step; with Jenkins, which has no versions, it is read and compared
     * just before.
     *
     * @throws HobsonException.Conflict when somebody has changed it since; then nothing was changed
     */
    public void update(Document document) {
        var call = Call.post(address + "config.xml", Content.xml(document.text()));
        if (document.version().isPresent()) {
            connection.send(call.with("If-Match", document.version().get()));
            return;
        }
        if (!config().text().equals(document.read())) {
            throw new HobsonException.Conflict(path + " has been changed since it was read.", 412, null);
        }
        connection.send(call);
    }

    /** Deletes it with everything in it, its builds included. */
    public void delete() {
        connection.send(Call.post(address + "doDelete"));
    }

    /** Reads its definition from disk again; Hobson has it in a database and answers all the same. */
    public void reload() {
        connection.send(Call.post(address + "reload"));
    }

    ItemPath renamed(String name) {
        var target = path.parent().orElse(ItemPath.ROOT).child(name);
        connection.send(Call.post(address + "confirmRename", Content.form(Map.of("newName", name))));
        return target;
    }

    ItemPath moved(ItemPath folder) {
        var target = folder.child(path.name().orElse(""));
        var destination = Content.form(Map.of("destination", "/" + folder));
        var answer = connection.send(Call.post(address + "move/move", destination));
        // refused silently, with a redirect to where it is (endpoints.md §2.4)
        if (!Addresses.item(answer.header("Location").orElse("")).equals(target)) {
            throw new HobsonException.Conflict(
                    path + " cannot be moved to /" + folder
                            + ": there is no such folder, it has one of that name, or you may not create there.",
                    answer.status(),
                    null);
        }
        return target;
    }

    /** Its full name. */
    @Override
    public String toString() {
        return path.toString();
    }
}
