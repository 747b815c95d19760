package hobson.remote.api;

import hobson.engine.build.BuildId;
import java.util.List;

/** What builds have archived. */
@FunctionalInterface
public interface Artifacts {
    /**
     * Paths of the files of a build, with {@code /} between the names, depth-first and by name, directories where their name belongs.
     * Empty when it has archived nothing. Reads the disk.
     */
    List<String> of(BuildId build);
}
