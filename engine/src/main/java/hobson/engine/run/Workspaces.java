package hobson.engine.run;

import hobson.engine.build.BuildFolders;
import hobson.engine.item.ItemPath;
import hobson.engine.item.JobDefinition;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The folders that builds work in. Builds that run at the same time do not share one: the second gets {@code name@2}. Used by many
 * threads.
 */
public final class Workspaces {
    private final Path home;
    private final Path root;
    private final Map<Path, Integer> users = new HashMap<>();

    /** @param home relative custom workspaces start there */
    public Workspaces(Path home) {
        this.home = home;
        this.root = home.resolve("workspace");
    }

    /** Where the job's first build works, and what its workspace page shows. */
    public Path of(ItemPath job, JobDefinition definition) {
        var custom = definition.customWorkspace();
        if (custom != null && !custom.isBlank()) {
            return home.resolve(custom.strip()).normalize();
        }
        return own(job);
    }

    private Path own(ItemPath job) {
        var path = root;
        for (var segment : job.segments()) {
            path = path.resolve(segment);
        }
        return path;
    }

    /** The job has another name: its own workspace follows, unless a build is in it or the new place is taken. */
    synchronized void move(ItemPath from, ItemPath to) throws IOException {
        var old = own(from);
        var moved = own(to);
        if (users.containsKey(old) || !Files.isDirectory(old)) {
            return;
        }
        Files.createDirectories(moved.getParent());
        Files.move(old, moved);
    }

    /**
     * The job is gone: so is its own workspace, with what builds had beside it. A custom one stays, and so does one in which a build of
     * the next job of that name works already.
     */
    void delete(ItemPath job) throws IOException {
        var own = own(job);
        if (Files.isDirectory(own.resolveSibling(""))) {
            var _ = wipe(own);
        }
    }

    /** A folder that a build has; given back once. */
    public final class Lease {
        private final Path path;
        private boolean over;

        private Lease(Path path) {
            this.path = path;
        }

        Path path() {
            return path;
        }

        void release() {
            synchronized (Workspaces.this) {
                if (!over) {
                    over = true;
                    users.computeIfPresent(path, (_, count) -> count == 1 ? null : count - 1);
                }
            }
        }
    }

    /** A custom workspace is shared by all who name it. */
    synchronized Lease take(ItemPath job, JobDefinition definition) {
        var first = of(job, definition);
        var path = first;
        boolean shared = definition.customWorkspace() != null;
        for (int copy = 2; !shared && users.containsKey(path); copy++) {
            path = first.resolveSibling(first.getFileName() + "@" + copy);
        }
        return takeAgain(path);
    }

    /** For a build that goes on after a restart. */
    synchronized Lease takeAgain(Path path) {
        users.merge(path, 1, Integer::sum);
        return new Lease(path);
    }

    /**
     * Deletes a workspace, with those that builds of the job had beside it at the same time. A build that begins meanwhile works
     * elsewhere.
     *
     * @return false, and nothing is deleted, when a build works there
     */
    public boolean wipe(Path path) throws IOException {
        var claimed = claim(path);
        try {
            for (var lease : claimed) {
                BuildFolders.delete(lease.path());
            }
        } finally {
            claimed.forEach(Lease::release);
        }
        return !claimed.isEmpty();
    }

    /** The workspace, and {@code name@2}, {@code name@tmp} and the like that no build works in; empty when a build works in it. */
    private synchronized List<Lease> claim(Path path) throws IOException {
        if (users.containsKey(path)) {
            return List.of();
        }
        var claimed = new ArrayList<Lease>();
        if (isOwn(path)) {
            var prefix = path.getFileName() + "@";
            try (var siblings = Files.newDirectoryStream(path.resolveSibling(""), name(prefix))) {
                siblings.forEach(sibling -> claimed.add(takeAgain(sibling)));
            }
        }
        claimed.add(takeAgain(path));
        return claimed;
    }

    private DirectoryStream.Filter<Path> name(String prefix) {
        return sibling -> sibling.getFileName().toString().startsWith(prefix) && !users.containsKey(sibling);
    }

    /** Whether the folder is one that the server made for a job, rather than one that a job's configuration names. */
    public boolean isOwn(Path path) {
        return path.startsWith(root) && !path.equals(root);
    }
}
