package hobson.engine.view;

/** Reads and writes the documents that define views. Stateless; refuses with {@link hobson.engine.Refusal} ({@code BAD_INPUT}). */
public interface ViewFormat {
    ListView read(byte[] document);

    byte[] write(ListView view);

    /** The document of the view of all jobs. */
    byte[] writeAll(String name);
}
