package hobson.http.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A directory whose files may be shown, and nothing outside it: every path is a list of single names, looked up one by one without following a
 * symbolic link, neither out of the tree nor within it (security.md §10). What is neither a file nor a directory does not exist, nor what
 * has a hidden name. Blocks.
 */
public final class FileTree {
    private static final int DEEPEST = 200;
    private static final Class<BasicFileAttributes> ATTRIBUTES = BasicFileAttributes.class;
    /** Directories first, then by name, then by name with its case: the same at every call. */
    private static final Comparator<FileEntry> ORDER = Comparator.comparing((FileEntry entry) -> !entry.isDirectory())
            .thenComparing(FileEntry::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(FileEntry::name);

    private final Path root;
    private final Predicate<String> hidden;

    public FileTree(Path root) {
        this(root, _ -> false);
    }

    /** @param hidden names that nothing shown has, at any depth */
    public FileTree(Path root, Predicate<String> hidden) {
        this.root = root;
        this.hidden = hidden;
    }

    /** What is at a path; the root itself for the empty one. */
    public Optional<FileEntry> find(List<String> path) {
        if (path.isEmpty()) return inside(path, _ -> FileEntry.of("", Files.readAttributes(root, ATTRIBUTES)));
        return inside(path.subList(0, path.size() - 1), directory -> entry(directory, name(path.getLast())));
    }

    /** Opens a file; empty when there is none. To be closed by the caller, or by the answer made of it. */
    public Optional<OpenFile> open(List<String> path) {
        if (path.isEmpty()) return Optional.empty();
        return inside(path.subList(0, path.size() - 1), directory -> opened(directory, name(path.getLast())));
    }

    /** The children of a directory, directories first, then by name; empty when there is no such directory. */
    public Optional<List<FileEntry>> list(List<String> path) {
        return inside(path, this::children);
    }

    /**
     * Shows every file below a directory, in the order of {@link #list}, with at most one open file at a time; holds no more than the names of
     * the directories on the way.
     *
     * @return false when there is no such directory
     */
    public boolean walk(List<String> path, FileVisitor visitor) throws IOException {
        try {
            return inside(path, directory -> walked(directory, visitor)).isPresent();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Once files are shown, a failure is the walk's own: never "there is no such directory". */
    private boolean walked(Directory directory, FileVisitor visitor) {
        try {
            walk(directory, "", 0, visitor);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void walk(Directory directory, String prefix, int depth, FileVisitor visitor) throws IOException {
        if (depth > DEEPEST) throw new IOException("directories are nested too deeply, at " + prefix);
        for (var child : children(directory)) {
            var name = Path.of(child.name());
            if (child.isDirectory()) {
                try (var below = childOf(directory, name)) {
                    if (below != null) walk(below, prefix + child.name() + "/", depth + 1, visitor);
                }
            } else {
                visitor.file(prefix + child.name(), child, () -> directory.open(name));
            }
        }
    }

    /** Null when it vanished, or became something else, since it was listed. */
    private static @Nullable Directory childOf(Directory directory, Path name) throws IOException {
        try {
            return directory.child(name);
        } catch (FileSystemException _) {
            return null;
        }
    }

    private List<FileEntry> children(Directory directory) throws IOException {
        var children = new ArrayList<FileEntry>();
        for (var name : directory.names()) {
            var child = entry(directory, name);
            if (child != null) children.add(child);
        }
        children.sort(ORDER);
        return children;
    }

    private @Nullable FileEntry entry(Directory directory, Path name) throws IOException {
        if (hidden.test(name.toString())) return null;
        try {
            var attributes = directory.attributes(name);
            return isShown(attributes) ? FileEntry.of(name.toString(), attributes) : null;
        } catch (FileSystemException _) {
            return null;
        }
    }

    private static @Nullable OpenFile opened(Directory directory, Path name) throws IOException {
        var attributes = directory.attributes(name);
        if (!attributes.isRegularFile()) return null;
        var channel = directory.open(name);
        // what was opened is what counts, should it have been exchanged since
        return new OpenFile(
                channel,
                name.toString(),
                channel.size(),
                attributes.lastModifiedTime().toInstant());
    }

    private static boolean isShown(BasicFileAttributes attributes) {
        return attributes.isRegularFile() || attributes.isDirectory();
    }

    private <T> Optional<T> inside(List<String> path, Reading<T> reading) {
        if (!path.stream().allMatch(this::isName)) return Optional.empty();
        try {
            return Optional.ofNullable(below(Directory.at(root), path, reading));
        } catch (NotThere | AccessDeniedException _) {
            return Optional.empty();
        } catch (FileSystemException _) {
            return Optional.empty(); // no such file, not a directory, or a symbolic link
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> @Nullable T below(Directory open, List<String> path, Reading<T> reading) throws IOException {
        try (open) {
            if (path.isEmpty()) return reading.read(open);
            return below(open.child(name(path.getFirst())), path.subList(1, path.size()), reading);
        }
    }

    private Path name(String token) throws NotThere {
        if (!isName(token)) throw new NotThere();
        return Path.of(token);
    }

    /** One name, on any system, that is not hidden. */
    private boolean isName(String token) {
        if (token.isEmpty() || token.equals(".") || token.equals("..")) return false;
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c == '/' || c == '\\' || c == '\0') return false;
        }
        return !hidden.test(token);
    }

    @FunctionalInterface
    private interface Reading<T> {
        @Nullable
        T read(Directory directory) throws IOException;
    }

    private static final class NotThere extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
