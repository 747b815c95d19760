package hobson.engine.view;

/** Reads and writes the documents that define views. Stateless; refuses with {@link hobson.engine.Refusal} ({@code BAD_INPUT}). */
public interface ViewFormat {
    View read(byte[] document);

    byte[] write(View view);

    /** A new view of that kind, in the words of the format; refuses a kind that it does not know. */
    View.Shape blank(String kind);

    ViewSet readSet(byte[] document);

    byte[] writeSet(ViewSet views);

    /** The document of a folder with these views instead of its own. */
    byte[] inFolder(byte[] document, ViewSet views);
}
