package hobson.export;

/**
 * Marks an exception that a getter throws to stop the whole rendering, for example because the thread must not block.
 * It leaves {@link Exporter#render} untouched, where any other exception costs a list item or the answer.
 */
public interface PassThrough {}
