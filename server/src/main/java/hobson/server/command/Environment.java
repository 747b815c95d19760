package hobson.server.command;

import java.nio.file.Path;
import java.util.Map;

/** What the command line is read in: the variables, the user's own folder, the version of this program. */
public record Environment(Map<String, String> variables, Path userFolder, String version) {
    public Environment {
        variables = Map.copyOf(variables);
    }
}
