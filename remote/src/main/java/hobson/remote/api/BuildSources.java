package hobson.remote.api;

import hobson.engine.build.BuildId;
import hobson.engine.scm.Sources;
import java.util.Optional;

/** What builds have got from their jobs' repositories. */
@FunctionalInterface
public interface BuildSources {
    /** Empty for a build that has got nothing. Reads the disk. */
    Optional<Sources> of(BuildId build);
}
