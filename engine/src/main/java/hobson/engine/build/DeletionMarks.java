package hobson.engine.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Remembers on disk whose files are about to be deleted, from before the store forgets them until they are gone: a server that dies
 * in between leaves a mark, and the next one deletes what it names.
 *
 * <pre>{@code
 * builds/deleting/17-3    build 3 of job 17
 * builds/deleting/17      all of job 17
 * }</pre>
 */
final class DeletionMarks {
    private static final Pattern NAME = Pattern.compile("(\\d{1,18})(?:-(\\d{1,9}))?");

    private final BuildFolders folders;
    private final Path directory;

    DeletionMarks(BuildFolders folders) {
        this.folders = folders;
        this.directory = folders.root().resolve("deleting");
    }

    /**
     * Who is marked.
     *
     * @param number empty for the whole job
     */
    record Marked(long jobId, Optional<Integer> number) {
        String name() {
            return number.map(n -> jobId + "-" + n).orElse(Long.toString(jobId));
        }

        Path folder(BuildFolders folders) {
            return number.map(n -> folders.of(jobId, n)).orElse(folders.of(jobId));
        }
    }

    static Marked build(BuildId id) {
        return new Marked(id.jobId(), Optional.of(id.number()));
    }

    static Marked job(long jobId) {
        return new Marked(jobId, Optional.empty());
    }

    /** To be called before the store forgets it. Without files there is nothing to remember. */
    void mark(Marked marked) {
        try {
            if (Files.exists(marked.folder(folders))) {
                Files.createDirectories(directory);
                Files.write(directory.resolve(marked.name()), new byte[0]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("it cannot be noted that " + marked.folder(folders) + " will be deleted", e);
        }
    }

    /** The files are gone, or will stay. */
    void clear(Marked marked) {
        try {
            Files.deleteIfExists(directory.resolve(marked.name()));
        } catch (IOException e) {
            throw new UncheckedIOException("the note that files are deleted cannot be removed: " + marked.name(), e);
        }
    }

    /**
     * Finishes what a server that died had begun.
     *
     * @param kept whether the store still has it: then its files stay
     */
    void finish(Predicate<Marked> kept) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (var marks = Files.newDirectoryStream(directory)) {
            for (var mark : marks) {
                var name = NAME.matcher(String.valueOf(mark.getFileName()));
                if (name.matches()) {
                    var marked = new Marked(
                            Long.parseLong(name.group(1)),
                            Optional.ofNullable(name.group(2)).map(Integer::valueOf));
                    if (!kept.test(marked)) {
                        BuildFolders.delete(marked.folder(folders));
                    }
                    clear(marked);
                }
            }
        }
    }
}
