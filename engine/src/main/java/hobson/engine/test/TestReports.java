package hobson.engine.test;

import hobson.engine.build.BuildFolders;
import hobson.engine.build.BuildId;
import hobson.engine.build.History;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the reports of builds, and begins new ones. Each publisher of a build that records tests makes a file called by its number; it
 * holds what those before it have found, too, so that one that is repeated after a crash begins where it had begun.
 */
public final class TestReports {
    private static final int PIECE = 100;
    /** Whoever has had no report for so long begins anew: each of them is a folder to be looked into. */
    private static final int MOST_LOOKED_AT = 1_000;

    private final BuildFolders folders;

    public TestReports(BuildFolders folders) {
        this.folders = folders;
    }

    /** Empty for a build that has none. */
    public Optional<TestReport> find(BuildId build) throws IOException {
        var file = newest(folder(build), Integer.MAX_VALUE);
        try {
            return file == null ? Optional.empty() : Optional.of(TestReport.open(file));
        } catch (NoSuchFileException e) {
            return Optional.empty(); // the build is being deleted
        }
    }

    /**
     * Begins the report of a publisher.
     *
     * @param publisher which one of the build, from 0
     * @param history of the build's job
     */
    public TestRecorder record(BuildId build, int publisher, History history) throws IOException {
        var folder = Files.createDirectories(folder(build));
        return new TestRecorder(
                folder.resolve(Integer.toString(publisher)),
                build.number(),
                newest(folder, publisher),
                before(build, history));
    }

    /**
     * Begins the report of a build that was run elsewhere.
     *
     * @param before the last build of its job that has one
     */
    public TestRecorder record(BuildId build, @Nullable BuildId before) throws IOException {
        var folder = Files.createDirectories(folder(build));
        return new TestRecorder(
                folder.resolve("0"),
                build.number(),
                null,
                before == null ? null : newest(folder(before), Integer.MAX_VALUE));
    }

    private Path folder(BuildId build) {
        return folders.of(build.jobId(), build.number()).resolve("tests");
    }

    private @Nullable Path before(BuildId build, History history) throws IOException {
        int looked = 0;
        for (int from = 0; from < history.size(); from += PIECE) {
            for (var summary : history.slice(from, from + PIECE)) {
                if (summary.number() >= build.number()) {
                    continue;
                }
                var found = newest(folder(new BuildId(build.jobId(), summary.number())), Integer.MAX_VALUE);
                if (found != null || ++looked == MOST_LOOKED_AT) {
                    return found;
                }
            }
        }
        return null;
    }

    /** The file of the last publisher before that one; null when there is none. */
    private static @Nullable Path newest(Path folder, int before) throws IOException {
        int newest = -1;
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                var name = file.getFileName().toString();
                int number = name.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(name) : -1;
                newest = number < before ? Math.max(newest, number) : newest;
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return null;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return newest < 0 ? null : folder.resolve(Integer.toString(newest));
    }
}
