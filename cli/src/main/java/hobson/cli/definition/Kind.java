package hobson.cli.definition;

/** What can be defined by a document, in the order in which it is made; each has a folder in a directory of definitions. */
public enum Kind {
    NODE("nodes", "node"),
    ITEM("jobs", "job"),
    VIEW("views", "view");

    private final String folder;
    private final String word;

    Kind(String folder, String word) {
        this.folder = folder;
        this.word = word;
    }

    /** The name of its folder. */
    public String folder() {
        return folder;
    }

    /** How one of them is called in a sentence. */
    public String word() {
        return word;
    }
}
