package hobson.engine.run;

import hobson.engine.Refusal;
import hobson.engine.build.Build;
import hobson.engine.build.BuildFolders;
import hobson.engine.parameter.ParameterValue;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files that came with triggers, kept until their build has them. Used by many threads. */
public final class Uploads {
    private static final System.Logger LOG = System.getLogger(Uploads.class.getName());
    private static final int BUFFER = 64 * 1024;

    private final Path folder;
    private final long limit;

    /** @param limit of one file, in bytes */
    public Uploads(Path folder, long limit) {
        this.folder = folder;
        this.limit = limit;
    }

    /**
     * Keeps what the stream has; it is on disk when this returns.
     *
     * @return the id under which {@link #place} finds it
     * @throws Refusal {@code TOO_LARGE}; nothing is kept
     */
    public String keep(InputStream content) throws IOException {
        Files.createDirectories(folder);
        var id = UUID.randomUUID().toString();
        var file = folder.resolve(id);
        try (var out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            copy(content, out);
            out.force(true);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return id;
    }

    private void copy(InputStream content, FileChannel out) throws IOException {
        var in = Channels.newChannel(content);
        var buffer = ByteBuffer.allocate(BUFFER);
        long total = 0;
        while (in.read(buffer) >= 0) {
            total += buffer.position();
            if (total > limit) {
                throw new Refusal(
                        Refusal.Kind.TOO_LARGE,
                        "the file is larger than the " + limit + " bytes that the settings allow");
            }
            buffer.flip();
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            buffer.clear();
        }
    }

    /**
     * A new file for what comes in piece by piece. It is the caller's to move away or to delete; what a crash leaves behind, the next
     * start deletes.
     */
    Path fresh() throws IOException {
        Files.createDirectories(folder);
        return Files.createFile(folder.resolve(UUID.randomUUID().toString()));
    }

    /** Forgets all but those: what a crash or a cancelled trigger left behind. Called before anything is kept. */
    public void keepOnly(java.util.Set<String> wanted) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                if (!wanted.contains(file.getFileName().toString())) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Forgets the files among the values of a trigger that will never be a build. */
    public void discard(@Nullable List<ParameterValue> values) {
        if (values == null) {
            return;
        }
        for (var value : values) {
            if (value instanceof ParameterValue.File file) {
                discard(file.upload());
            }
        }
    }

    private void discard(String id) {
        try {
            Files.deleteIfExists(folder.resolve(UUID.fromString(id).toString()));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the upload " + id + " could not be deleted; the next start tries again", e);
        }
    }

    /** Moves the uploads among a build's values to it. */
    void deliver(Build build, BuildFolders folders) throws IOException {
        for (var file : files(build)) {
            deliver(
                    file.upload(),
                    folders.uploads(build.jobId(), build.number()).resolve(file.upload()));
        }
    }

    /**
     * Copies what was delivered into the workspace.
     *
     * @return whether there was anything
     */
    boolean place(Build build, BuildFolders folders, Path workspace, BuildLog log) throws IOException {
        var files = files(build);
        for (var file : files) {
            log.line("Copying file to " + file.name());
            place(folders.uploads(build.jobId(), build.number()).resolve(file.upload()), workspace, file.name());
        }
        return !files.isEmpty();
    }

    private static List<ParameterValue.File> files(Build build) {
        var values = build.parameters();
        return values == null
                ? List.of()
                : values.stream()
                        .filter(ParameterValue.File.class::isInstance)
                        .map(ParameterValue.File.class::cast)
                        .toList();
    }

    /**
     * Moves an upload to its build.
     *
     * @param kept where the build keeps it; nothing happens when it is there already
     */
    void deliver(String id, Path kept) throws IOException {
        var upload = folder.resolve(UUID.fromString(id).toString());
        if (!Files.exists(kept) && Files.exists(upload)) {
            Files.createDirectories(kept.getParent());
            Files.move(upload, kept, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /**
     * Copies a file into the workspace under a name that a job's configuration gives it.
     *
     * @throws IOException when the name leads out of the workspace, by itself or over a link
     */
    static void place(Path kept, Path workspace, String name) throws IOException {
        var target = workspace.resolve(name).normalize();
        if (name.isEmpty() || !target.startsWith(workspace) || target.equals(workspace)) {
            throw new IOException("‘" + name + "’ is not a place in the workspace");
        }
        var step = workspace;
        for (var segment : workspace.relativize(target)) {
            step = step.resolve(segment);
            if (Files.isSymbolicLink(step)) {
                throw new IOException("‘" + name + "’ leads over a symbolic link");
            }
        }
        Files.createDirectories(target.getParent());
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("‘" + name + "’ is a folder of the workspace");
        }
        Files.copy(kept, target, StandardCopyOption.REPLACE_EXISTING, LinkOption.NOFOLLOW_LINKS);
    }
}
