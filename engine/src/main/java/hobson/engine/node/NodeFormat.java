package hobson.engine.node;

/** Reads and writes the documents that define agents. Stateless; refuses with {@link hobson.engine.Refusal} ({@code BAD_INPUT}). */
public interface NodeFormat {
    /** The name is empty when the document has none. */
    Node read(byte[] document);

    /** @param readable whether {@link #read} shall find its secrets again: they are encrypted then; else each is a row of asterisks */
    byte[] write(Node node, boolean readable);
}
