package hobson.engine.run;

import hobson.engine.item.ItemPath;
import hobson.engine.item.JobDefinition;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The folders that builds work in. Builds that run at the same time do not share one: the second gets {@code name@2}. Used by many
 * threads.
 */
public final class Workspaces {
    private final Path home;
    private final Path root;
    private final Set<Path> taken = new HashSet<>();

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
        var path = root;
        for (var segment : job.segments()) {
            path = path.resolve(segment);
        }
        return path;
    }

    synchronized Path take(ItemPath job, JobDefinition definition) {
        var first = of(job, definition);
        if (definition.customWorkspace() != null) {
            return first;
        }
        var path = first;
        for (int copy = 2; !taken.add(path); copy++) {
            path = first.resolveSibling(first.getFileName() + "@" + copy);
        }
        return path;
    }

    /** For a build that goes on after a restart. */
    synchronized void takeAgain(Path path) {
        taken.add(path);
    }

    synchronized void release(Path path) {
        taken.remove(path);
    }

    public synchronized boolean inUse(Path path) {
        return taken.contains(path);
    }
}
