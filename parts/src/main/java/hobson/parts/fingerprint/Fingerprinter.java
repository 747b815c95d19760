package hobson.parts.fingerprint;

import hobson.engine.build.Result;
import hobson.engine.run.BuildContext;
import hobson.engine.run.Publisher;
import hobson.parts.files.FilePatterns;
import hobson.parts.files.Variables;
import hobson.parts.files.Workspace;
import java.io.IOException;

/**
 * Notes the checksums of files in the workspace.
 *
 * @param targets patterns, separated by commas
 */
record Fingerprinter(String targets, String excludes, boolean defaultExcludes, boolean caseSensitive)
        implements Publisher {
    @Override
    public String name() {
        return "Record fingerprints of files to track usage";
    }

    @Override
    public Result perform(BuildContext context) throws IOException, InterruptedException {
        var fingerprints = new Fingerprints(context.build().timestamp());
        try {
            var variables = context.environment();
            var patterns = FilePatterns.of(
                    Variables.expand(targets, variables),
                    Variables.expand(excludes, variables),
                    defaultExcludes,
                    caseSensitive);
            var md5 = new Md5();
            new Workspace(context.workspace(), true)
                    .visit(patterns, (path, file, attributes) -> fingerprints.add(path, md5.of(file), attributes));
        } catch (IOException e) {
            context.log().line("ERROR: the fingerprints could not be recorded: " + e);
            return Result.FAILURE;
        }
        fingerprints.note(context);
        return Result.SUCCESS;
    }
}
