package hobson.http.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A directory held by its descriptor: whatever is renamed or replaced meanwhile, names are looked up in this very directory. */
record PinnedDirectory(SecureDirectoryStream<Path> stream) implements Directory {

    @Override
    public List<Path> names() throws IOException {
        try {
            var names = new ArrayList<Path>();
            stream.forEach(path -> names.add(path.getFileName()));
            return names;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    @Override
    public BasicFileAttributes attributes(Path name) throws IOException {
        return stream.getFileAttributeView(name, BasicFileAttributeView.class, NOFOLLOW_LINKS)
                .readAttributes();
    }

    @Override
    public Directory child(Path name) throws IOException {
        return new PinnedDirectory(stream.newDirectoryStream(name, NOFOLLOW_LINKS));
    }

    @Override
    public FileChannel open(Path name) throws IOException {
        var channel = stream.newByteChannel(name, Set.of(READ, NOFOLLOW_LINKS));
        if (channel instanceof FileChannel file) return file;
        channel.close();
        throw new IOException("not a file: " + name);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
