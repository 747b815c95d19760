package hobson.parts.artifact;

import hobson.engine.build.Result;
import hobson.engine.run.BuildContext;
import hobson.engine.run.Publisher;
import hobson.engine.run.StepFailed;
import hobson.parts.files.FilePatterns;
import hobson.parts.files.Variables;
import hobson.parts.files.Workspace;
import hobson.parts.fingerprint.Fingerprints;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Copies files of the workspace to the build ({@code queue-and-scheduling.md §20}), keeping their paths.
 *
 * @param artifacts patterns, separated by commas
 */
record ArtifactArchiver(
        String artifacts,
        String excludes,
        boolean allowEmptyArchive,
        boolean onlyIfSuccessful,
        boolean fingerprint,
        boolean defaultExcludes,
        boolean caseSensitive,
        boolean followSymlinks)
        implements Publisher {
    @Override
    public String name() {
        return "Archive the artifacts";
    }

    @Override
    public Result perform(BuildContext context) throws IOException, InterruptedException {
        var log = context.log();
        if (onlyIfSuccessful && hasFailed(context.build().result())) {
            log.line("Skipped archiving because build is not successful");
            return Result.SUCCESS;
        }
        log.line("Archiving artifacts");
        if (artifacts.isBlank()) {
            throw new StepFailed(
                    "No artifacts are configured for archiving: give a file pattern, or ** for all files.");
        }
        try {
            return archive(context, Variables.expand(artifacts, context.environment()));
        } catch (StepFailed e) {
            throw e;
        } catch (IOException e) {
            throw new StepFailed("the artifacts could not be archived: " + e);
        }
    }

    private Result archive(BuildContext context, String pattern) throws IOException, InterruptedException {
        var archive = new Archive(context.folder().resolve("archive"));
        var fingerprints = new Fingerprints(context.build().timestamp());
        var patterns = FilePatterns.of(
                pattern, Variables.expand(excludes, context.environment()), defaultExcludes, caseSensitive);
        var outside = new Workspace(context.workspace(), followSymlinks).visit(patterns, (path, file, attributes) -> {
            if (fingerprint) {
                fingerprints.add(path, archive.addWithChecksum(path, file, attributes), attributes);
            } else {
                archive.add(path, file, attributes);
            }
        });
        if (!outside.isEmpty()) {
            context.log()
                    .line("Left out " + outside.size() + " links that lead out of the workspace, the first one is "
                            + outside.getFirst());
        }
        if (archive.isEmpty()) {
            return nothingFound(context, pattern);
        }
        if (fingerprint) {
            fingerprints.note(context);
        }
        return Result.SUCCESS;
    }

    private static boolean hasFailed(@Nullable Result result) {
        return result != null && result.isWorseThan(Result.UNSTABLE);
    }

    /** A build that has failed had no reason to make files. */
    private Result nothingFound(BuildContext context, String pattern) throws IOException {
        if (hasFailed(context.build().result())) {
            return Result.SUCCESS;
        }
        var problem = "No artifacts found that match the file pattern \"" + pattern + "\". Configuration error?";
        if (!allowEmptyArchive) {
            throw new StepFailed(problem);
        }
        context.log().line(problem);
        return Result.SUCCESS;
    }
}
