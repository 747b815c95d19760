package hobson.cli.build;

import hobson.cli.profile.Environment;
import hobson.cli.session.CommandFailure;
import hobson.cli.session.ExitCode;
import hobson.client.JobInfo;
import hobson.client.Parameters;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;

/** Reads {@code NAME=VALUE} against what the job asks for: a mistyped name is said before anything is built. */
final class ParameterWords {
    private static final String FILE = "FileParameterDefinition";

    private final Environment environment;
    private final JobInfo job;

    ParameterWords(Environment environment, JobInfo job) {
        this.environment = environment;
        this.job = job;
    }

    Parameters read(List<String> words) {
        var parameters = Parameters.NONE;
        for (var word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new CommandFailure(ExitCode.USAGE, "A parameter is NAME=VALUE, not '" + word + "'.");
            }
            parameters = with(parameters, word.substring(0, equals), word.substring(equals + 1));
        }
        return parameters;
    }

    private Parameters with(Parameters parameters, String name, String value) {
        var definition = job.parameters().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandFailure(ExitCode.BAD_DATA, unknown(name)));
        if (!definition.choices().isEmpty() && !definition.choices().contains(value)) {
            throw new CommandFailure(
                    ExitCode.BAD_DATA,
                    "'" + value + "' is no choice for " + name + " of " + job.path() + ": it is one of "
                            + String.join(", ", definition.choices()) + ".");
        }
        return definition.type().endsWith(FILE) ? withFile(parameters, name, value) : parameters.with(name, value);
    }

    private Parameters withFile(Parameters parameters, String name, String value) {
        if (!value.startsWith("@")) {
            throw new CommandFailure(
                    ExitCode.USAGE, name + " of " + job.path() + " is a file: say -p " + name + "=@PATH.");
        }
        var file = environment.file(value.substring(1));
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CommandFailure(ExitCode.FILE, "There is no file " + file + " that could be read.");
        }
        return parameters.file(name, file);
    }

    private String unknown(String name) {
        if (job.parameters().isEmpty()) {
            return job.path() + " has no parameters.";
        }
        return job.path() + " has no parameter '" + name + "'; it has "
                + job.parameters().stream()
                        .map(JobInfo.ParameterDefinition::name)
                        .collect(Collectors.joining(", "))
                + ".";
    }
}
