package hobson.http.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** An open directory. Names given to it are single names that {@link FileTree} has checked; a symbolic link is never followed. */
interface Directory extends Closeable {

    /** All names, in no order. */
    List<Path> names() throws IOException;

    BasicFileAttributes attributes(Path name) throws IOException;

    /** Fails when {@code name} is no directory or is a symbolic link. */
    Directory child(Path name) throws IOException;

    /** Opens for reading. Fails when {@code name} is a symbolic link. */
    FileChannel open(Path name) throws IOException;

    /** Opens a directory that the caller trusts, symbolic links on the way to it included. */
    @SuppressWarnings("StreamResourceLeak") // closed by the directory that holds it
    static Directory at(Path directory) throws IOException {
        var real = directory.toRealPath();
        DirectoryStream<Path> stream = Files.newDirectoryStream(real);
        if (stream instanceof SecureDirectoryStream<Path> secure) return new PinnedDirectory(secure);
        stream.close();
        return new CheckedDirectory(real);
    }
}
