package hobson.parts.artifact;

import hobson.parts.fingerprint.Md5;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a build that its artifacts are copied to. Copies, never links: the next build may write into the file in the
 * workspace, and the artifact must not change. For one thread.
 */
final class Archive {
    private final Path folder;
    private final Md5 md5 = new Md5();
    private @Nullable Path madeFolder;
    private boolean empty = true;

    Archive(Path folder) {
        this.folder = folder;
    }

    boolean isEmpty() {
        return empty;
    }

    /** Copies without the bytes passing through this process, where the system can. */
    void add(String path, Path file, BasicFileAttributes attributes) throws IOException {
        var target = target(path);
        try (var in = open(file);
                var out = create(target)) {
            long at = 0;
            long moved = 1;
            while (moved > 0) {
                moved = in.transferTo(at, Math.max(1, in.size() - at), out);
                at += moved;
            }
        }
        Files.setLastModifiedTime(target, attributes.lastModifiedTime());
    }

    /** @return the MD5 of what was copied */
    String addWithChecksum(String path, Path file, BasicFileAttributes attributes) throws IOException {
        var target = target(path);
        String checksum;
        try (var in = open(file);
                var out = create(target)) {
            checksum = md5.of(in, bytes -> {
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            });
        }
        Files.setLastModifiedTime(target, attributes.lastModifiedTime());
        return checksum;
    }

    private Path target(String path) throws IOException {
        empty = false;
        var target = folder.resolve(path);
        var parent = target.getParent();
        if (parent != null && !parent.equals(madeFolder)) {
            Files.createDirectories(parent);
            madeFolder = parent;
        }
        return target;
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    private static FileChannel create(Path target) throws IOException {
        return FileChannel.open(
                target,
                StandardOpenOption.WRITE,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                LinkOption.NOFOLLOW_LINKS);
    }
}
