package hobson.http.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * A directory by its path, for systems that cannot hold one by its descriptor. After each step the path must still be the real one, which
 * leaves a moment in which somebody who can write into the tree may exchange a directory for a link.
 *
 * @param path without symbolic links
 */
record CheckedDirectory(Path path) implements Directory {

    @Override
    public List<Path> names() throws IOException {
        try (var children = Files.list(path)) {
            return children.map(Path::getFileName).toList();
        }
    }

    @Override
    public BasicFileAttributes attributes(Path name) throws IOException {
        return Files.readAttributes(path.resolve(name), BasicFileAttributes.class, NOFOLLOW_LINKS);
    }

    @Override
    public Directory child(Path name) throws IOException {
        var child = path.resolve(name);
        if (!attributes(name).isDirectory()) throw new FileSystemException(name + " is not a directory");
        checkReal(child);
        return new CheckedDirectory(child);
    }

    @Override
    public FileChannel open(Path name) throws IOException {
        var channel = FileChannel.open(path.resolve(name), READ, NOFOLLOW_LINKS);
        try {
            checkReal(path.resolve(name));
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static void checkReal(Path path) throws IOException {
        if (!path.toRealPath().equals(path)) throw new FileSystemException("there is a symbolic link in " + path);
    }

    @Override
    public void close() {
        // nothing is held
    }
}
