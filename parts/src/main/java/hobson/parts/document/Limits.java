package hobson.parts.document;

/**
 * How much a document may contain before it is refused. Together they bound time and memory, whatever the document is.
 *
 * @param bytes its whole length
 * @param depth elements inside each other
 * @param elements in all
 * @param names different names of elements and attributes: many different ones make look-ups slow, and no real document has them
 * @param attributes of one element
 */
public record Limits(int bytes, int depth, int elements, int names, int attributes) {
    public static final Limits DEFAULT = new Limits(16 * 1024 * 1024, 200, 200_000, 2_000, 64);

    public Limits {
        if (bytes < 1 || depth < 1 || elements < 1 || names < 1 || attributes < 1) {
            throw new IllegalArgumentException("every limit of a document is at least 1");
        }
    }
}
