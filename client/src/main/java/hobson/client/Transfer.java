package hobson.client;

import java.util.OptionalLong;

/**
 * How far an upload or a download is.
 *
 * @param name of the file, as the server knows it
 * @param bytes that have moved so far
 * @param total nothing when nobody knows before the end
 */
public record Transfer(Direction direction, String name, long bytes, OptionalLong total) {
    /** Which way. */
    public enum Direction {
        UPLOAD,
        DOWNLOAD
    }
}
