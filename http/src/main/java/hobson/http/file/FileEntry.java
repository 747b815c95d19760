package hobson.http.file;

import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * A file or a directory.
 *
 * @param size bytes; of no meaning for a directory
 */
public record FileEntry(String name, boolean isDirectory, long size, Instant modified) {

    static FileEntry of(String name, BasicFileAttributes attributes) {
        return new FileEntry(
                name,
                attributes.isDirectory(),
                attributes.size(),
                attributes.lastModifiedTime().toInstant());
    }
}
