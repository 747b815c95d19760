package hobson.parts.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * The files of a folder that builds write to, who may have put anything there: links to elsewhere, links in circles, pipes.
 * Only regular files are found, and only those that lie in the folder when every link is resolved.
 */
public final class Workspace {
    /** Links passed on the way to a file; more of them multiply the files to no end. */
    private static final int MOST_LINKS = 5;

    private final Path root;
    private final boolean followLinks;

    /** @param followLinks whether links inside the folder stand for what they lead to; otherwise they are left out */
    public Workspace(Path root, boolean followLinks) {
        this.root = root;
        this.followLinks = followLinks;
    }

    /** Takes files, one after the other. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * @param path relative to the folder, with slashes
         * @param file the file itself, no link on the way to it
         */
        void found(String path, Path file, BasicFileAttributes attributes) throws IOException;
    }

    /**
     * Visits the files that the patterns mean, each folder in alphabetical order.
     *
     * @return links that lead out of the folder and were left out though the patterns mean them
     * @throws InterruptedException the thread was interrupted
     */
    public List<String> visit(FilePatterns patterns, Visitor visitor) throws IOException, InterruptedException {
        return new Walk(root.toRealPath(), patterns, visitor).walk();
    }

    private final class Walk {
        private final Path realRoot;
        private final FilePatterns patterns;
        private final Visitor visitor;
        private final List<String> path = new ArrayList<>();
        private final List<String> outside = new ArrayList<>();
        private final Deque<Path> linked = new ArrayDeque<>();

        Walk(Path realRoot, FilePatterns patterns, Visitor visitor) {
            this.realRoot = realRoot;
            this.patterns = patterns;
            this.visitor = visitor;
        }

        List<String> walk() throws IOException, InterruptedException {
            folder(realRoot);
            return outside;
        }

        private void folder(Path folder) throws IOException, InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (!patterns.mayMatchBelow(path)) {
                return;
            }
            for (var entry : Entries.of(folder, Comparator.naturalOrder())) {
                path.add(entry.getFileName().toString());
                entry(entry);
                path.removeLast();
            }
        }

        private void entry(Path entry) throws IOException, InterruptedException {
            BasicFileAttributes attributes;
            try {
                attributes = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            } catch (NoSuchFileException e) {
                return;
            }
            if (attributes.isDirectory()) {
                folder(entry);
            } else if (attributes.isRegularFile()) {
                file(entry, attributes);
            } else if (attributes.isSymbolicLink() && followLinks) {
                link(entry);
            }
        }

        private void file(Path file, BasicFileAttributes attributes) throws IOException {
            if (patterns.matches(path)) {
                visitor.found(String.join("/", path), file, attributes);
            }
        }

        private void link(Path link) throws IOException, InterruptedException {
            if (linked.size() == MOST_LINKS || !(patterns.matches(path) || patterns.mayMatchBelow(path))) {
                return;
            }
            Path target;
            BasicFileAttributes attributes;
            try {
                target = link.toRealPath();
                attributes = Files.readAttributes(target, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            } catch (FileSystemException e) {
                return; // leads nowhere, to itself, or where this user may not look
            }
            if (!target.startsWith(realRoot)) {
                outside.add(String.join("/", path));
            } else if (attributes.isRegularFile()) {
                file(target, attributes);
            } else if (attributes.isDirectory() && !isAbove(target, link)) {
                linked.push(link);
                folder(target);
                linked.pop();
            }
        }

        /** Whether following the link would come back to a folder that is being walked. */
        private boolean isAbove(Path target, Path link) {
            return link.startsWith(target) || linked.stream().anyMatch(passed -> passed.startsWith(target));
        }
    }
}
