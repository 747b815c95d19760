package hobson.cli.definition;

/** Folders that hold what somebody puts there; those that fill themselves are jobs here. */
public final class Folders {
    /** The class of a folder, which is also the outermost element of its document. */
    public static final String PLAIN = "com.cloudbees.hudson.plugins.folder.Folder";

    static final String EMPTY =
            "<?xml version='1.1' encoding='UTF-8'?>\n<" + PLAIN + ">\n  <properties/>\n</" + PLAIN + ">\n";

    private Folders() {}

    static boolean isPlain(String name) {
        return name.equals(PLAIN);
    }
}
