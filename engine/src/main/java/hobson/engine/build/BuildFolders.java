package hobson.engine.build;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Where the files of builds are.
 *
 * <pre>{@code
 * builds/17/3/log         the console
 * builds/17/3/journal     what has been done of it
 * builds/17/3/step-0-0    what is known of the process of the first command of the first step
 * builds/17/3/step-0-0.sh its script
 * builds/17/3/files       uploaded with its parameters
 * builds/17/3/archive     artifacts
 * builds/17/3/tests/0     what its tests came to, as the first of its publishers has found it
 * }</pre>
 */
public record BuildFolders(Path root) {
    public Path of(long jobId, int number) {
        return of(jobId).resolve(Integer.toString(number));
    }

    public Path of(long jobId) {
        return root.resolve(Long.toString(jobId));
    }

    public Path log(long jobId, int number) {
        return of(jobId, number).resolve("log");
    }

    public Path artifacts(long jobId, int number) {
        return of(jobId, number).resolve("archive");
    }

    public Path uploads(long jobId, int number) {
        return of(jobId, number).resolve("files");
    }

    /** The keys of the ssh servers that sources have come from, beside all builds; made by the first of them. */
    public Path knownHosts() {
        return root.resolveSibling("known_hosts");
    }

    /** Deletes a folder and all in it, following no links. Others may do the same. Nothing happens when there is none. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @org.jspecify.annotations.Nullable IOException e)
                    throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
