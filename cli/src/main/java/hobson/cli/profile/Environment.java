package hobson.cli.profile;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What surrounds the program.
 *
 * @param variables those of the environment
 * @param home the user's
 * @param directory where the program was started
 * @param version the program's
 */
public record Environment(Map<String, String> variables, Path home, Path directory, String version) {
    public Environment {
        variables = Map.copyOf(variables);
    }

    /** A variable's value; one that is empty is as good as none. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    /** A file named by the user, from where the program was started. */
    public Path file(String name) {
        return directory.resolve(name);
    }
}
