package hobson.parts;

import hobson.engine.Reader;
import hobson.export.Schema;

/**
 * How the objects of a class are shown.
 *
 * @param type the very class of the objects
 */
public record Showing<T>(Class<T> type, Schema<T, Reader> schema) {}
