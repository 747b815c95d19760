package hobson.parts.fingerprint;

import hobson.engine.run.BuildContext;
import java.io.IOException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;

/** The checksums of the files that a build dealt with. For one build and one thread. */
public final class Fingerprints {
    /** Some file systems know seconds only. */
    private static final long COARSENESS = 1_000;

    private final long buildTimestamp;
    private final Map<String, String> made = new TreeMap<>();
    private final Map<String, String> given = new TreeMap<>();

    /** @param buildTimestamp a file that is older was not made by the build */
    public Fingerprints(long buildTimestamp) {
        this.buildTimestamp = buildTimestamp;
    }

    public void add(String path, String md5, BasicFileAttributes attributes) {
        boolean older = attributes.lastModifiedTime().toMillis() < buildTimestamp - COARSENESS;
        (older ? given : made).put(path, md5);
    }

    /** Says so in the log, and notes them. */
    public void note(BuildContext context) throws IOException {
        context.log().line("Recording fingerprints");
        if (!made.isEmpty()) {
            context.fingerprint(made, true);
        }
        if (!given.isEmpty()) {
            context.fingerprint(given, false);
        }
    }
}
