package hobson.server.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the command line is read in: the variables, the user's own folder, the version of this program. */
public record Environment(Map<String, String> variables, Path userFolder, String version) {
    public Environment {
        variables = Map.copyOf(variables);
    }

    /**
     * The variables that builds inherit: neither those that are about this program nor those that its configuration was told secrets
     * with.
     */
    public Map<String, String> forBuilds(Set<String> used) {
        return variables.entrySet().stream()
                .filter(variable -> !variable.getKey().startsWith("HOBSON_") && !used.contains(variable.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
