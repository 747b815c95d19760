package hobson.http.file;

import java.io.IOException;
import java.nio.channels.FileChannel;

/** Is shown the files of a tree, one after the other. */
@FunctionalInterface
public interface FileVisitor {

    /**
     * One file.
     *
     * @param path relative, with slashes
     */
    void file(String path, FileEntry entry, Opening opening) throws IOException;

    /** Opens the file that is being shown; whoever opens it closes it. */
    @FunctionalInterface
    interface Opening {
        FileChannel open() throws IOException;
    }
}
