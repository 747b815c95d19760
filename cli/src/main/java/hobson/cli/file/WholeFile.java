package hobson.cli.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.UUID;

/** Replaces a file as a whole: at every moment there is the old one or the new one, also when the machine stops. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * Is on disk when this returns.
     *
     * @param attributes of the new file; the user's usual permissions when there are none
     */
    public static void replace(Path file, byte[] content, FileAttribute<?>... attributes) throws IOException {
        // not a temporary file of the JDK, which only its owner could read for ever
        var fresh = Files.createFile(file.resolveSibling(".hobson-" + UUID.randomUUID() + ".part"), attributes);
        try {
            Files.write(fresh, content, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
