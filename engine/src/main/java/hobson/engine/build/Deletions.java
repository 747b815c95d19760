package hobson.engine.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Deletes the files of builds. Remembers on disk whose files are about to go, from before the store forgets them until they are gone:
 * a server that dies in between leaves a mark, and the next one deletes what it names.
 *
 * <pre>{@code
 * builds/deleting/17-3    build 3 of job 17
 * builds/deleting/17      all of job 17
 * }</pre>
 */
final class Deletions {
    private static final System.Logger LOG = System.getLogger(Deletions.class.getName());
    private static final Pattern NAME = Pattern.compile("(\\d{1,18})(?:-(\\d{1,9}))?");

    private final BuildFolders folders;
    private final Path directory;

    Deletions(BuildFolders folders) {
        this.folders = folders;
        this.directory = folders.root().resolve("deleting");
    }

    /**
     * Whose files go.
     *
     * @param number empty for the whole job
     */
    record Of(long jobId, Optional<Integer> number) {
        static Of build(BuildId id) {
            return new Of(id.jobId(), Optional.of(id.number()));
        }

        static Of job(long jobId) {
            return new Of(jobId, Optional.empty());
        }

        private String name() {
            return number.map(n -> jobId + "-" + n).orElse(Long.toString(jobId));
        }

        private Path folder(BuildFolders folders) {
            return number.map(n -> folders.of(jobId, n)).orElse(folders.of(jobId));
        }
    }

    /** To be called before the store forgets it. Without files there is nothing to remember. */
    void announce(Of deleted) {
        try {
            if (Files.exists(deleted.folder(folders))) {
                Files.createDirectories(directory);
                Files.write(directory.resolve(deleted.name()), new byte[0]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "it cannot be noted that " + deleted.folder(folders) + " will be deleted", e);
        }
    }

    /** The store has forgotten it. */
    void delete(Of deleted) {
        try {
            BuildFolders.delete(deleted.folder(folders));
            forget(deleted);
        } catch (IOException | UncheckedIOException e) {
            LOG.log(
                    Level.WARNING,
                    "the files in " + deleted.folder(folders) + " could not be deleted; the next start tries again",
                    e);
        }
    }

    /** @return whether there were any */
    boolean artifactsOf(BuildId id) {
        var artifacts = folders.artifacts(id.jobId(), id.number());
        try {
            boolean any = Files.exists(artifacts);
            BuildFolders.delete(artifacts);
            return any;
        } catch (IOException e) {
            throw new UncheckedIOException("the artifacts of build " + id.number() + " could not be deleted", e);
        }
    }

    private void forget(Of deleted) throws IOException {
        Files.deleteIfExists(directory.resolve(deleted.name()));
    }

    /**
     * Finishes what a server that died had begun.
     *
     * @param kept whether the store still has it: then its files stay
     */
    void finish(Predicate<Of> kept) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (var marks = Files.newDirectoryStream(directory)) {
            for (var mark : marks) {
                var name = NAME.matcher(String.valueOf(mark.getFileName()));
                if (name.matches()) {
                    finish(
                            new Of(
                                    Long.parseLong(name.group(1)),
                                    Optional.ofNullable(name.group(2)).map(Integer::valueOf)),
                            kept);
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "files of deleted builds are left; the next start tries again", e);
        }
    }

    private void finish(Of deleted, Predicate<Of> kept) throws IOException {
        if (kept.test(deleted)) {
            forget(deleted);
        } else {
            delete(deleted);
        }
    }
}
