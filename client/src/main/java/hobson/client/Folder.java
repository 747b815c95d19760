package hobson.client;

import java.util.Map;

/** A folder on the server, or its top. */
public final class Folder extends Item {
    Folder(Connection connection, ItemPath path) {
        super(connection, path);
    }

    /** What is in it. */
    public Jobs jobs() {
        return new Jobs(connection, path);
    }

    /** A job in it. */
    public Job job(String name) {
        return new Job(connection, path.child(name));
    }

    /** A folder in it. */
    public Folder folder(String name) {
        return new Folder(connection, path.child(name));
    }

    /**
     * Makes it, and the folders that it is in, where they are missing.
     *
     * @throws HobsonException.Conflict when something else has that name
     */
    public Folder create() {
        if (path.parent().isEmpty() || exists()) {
            return this;
        }
        var outer = new Folder(connection, path.parent().get()).create();
        try {
            outer.jobs().create(path.name().orElse(""), definition(""));
        } catch (HobsonException.Conflict e) {
            if (!exists()) {
                throw e; // otherwise somebody else was faster
            }
        }
        return this;
    }

    /** Gives it another name. */
    public Folder rename(String name) {
        return new Folder(connection, renamed(name));
    }

    /** Moves it into another folder, with everything in it. */
    public Folder move(ItemPath folder) {
        return new Folder(connection, moved(folder));
    }

    /** Looks for branches again, if it is one that has branches. */
    public void scan() {
        connection.send(Call.post(address + "build", Content.form(Map.of("delay", "0sec"))));
    }

    /** The definition of a folder with nothing in it. */
    static String definition(String description) {
        return """
                <?xml version="1.1" encoding="UTF-8"?>
                <com.cloudbees.hudson.plugins.folder.Folder>
                  <description>%s</description>
                  <properties/>
                </com.cloudbees.hudson.plugins.folder.Folder>
                """.formatted(XmlText.escape(description));
    }
}
