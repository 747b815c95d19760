package hobson.cli.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.cli.profile.Environment;
import hobson.cli.session.CommandFailure;
import hobson.cli.session.ExitCode;
import hobson.client.JobInfo;
import hobson.client.Parameters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads {@code NAME=VALUE} against what the job asks for: a mistyped name is said before anything is built. {@code @FILE} is what is in that file,
 * {@code @-} what is on standard input, so that secrets need not be where every process can read them; {@code @@} is one {@code @} of the value.
 */
final class ParameterWords {
    private static final String FILE = "FileParameterDefinition";

    private static final String INPUT = "-";
    private static final int LONGEST = 1 << 20;

    private final Environment environment;
    private final InputStream in;
    private final JobInfo job;
    private boolean inputIsRead;

    ParameterWords(Environment environment, InputStream in, JobInfo job) {
        this.environment = environment;
        this.in = in;
        this.job = job;
    }

    Parameters read(List<String> words) throws IOException {
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

    private Parameters with(Parameters parameters, String name, String word) throws IOException {
        var definition = job.parameters().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandFailure(ExitCode.BAD_DATA, unknown(name)));
        if (definition.type().endsWith(FILE)) {
            return withFile(parameters, name, word);
        }
        var value = value(word);
        if (!definition.choices().isEmpty() && !definition.choices().contains(value)) {
            throw new CommandFailure(
                    ExitCode.BAD_DATA,
                    "'" + value + "' is no choice for " + name + " of " + job.path() + ": it is one of "
                            + String.join(", ", definition.choices()) + ".");
        }
        return parameters.with(name, value);
    }

    private String value(String word) throws IOException {
        if (!word.startsWith("@")) {
            return word;
        }
        var rest = word.substring(1);
        if (rest.startsWith("@")) {
            return rest;
        }
        // the line's end belongs to the file, not to the secret in it
        return text(rest).replaceFirst("\r?\n\\z", "");
    }

    private String text(String source) throws IOException {
        if (source.equals(INPUT)) {
            return new String(input(), UTF_8);
        }
        var file = readable(source, " A value that begins with @ is written with two of them.");
        try (var content = Files.newInputStream(file)) {
            return new String(bounded(content, file.toString()), UTF_8);
        }
    }

    private byte[] input() throws IOException {
        if (inputIsRead) {
            throw new CommandFailure(ExitCode.USAGE, "Only one parameter can be on standard input.");
        }
        inputIsRead = true;
        return bounded(in, "What is on standard input");
    }

    private static byte[] bounded(InputStream content, String what) throws IOException {
        var bytes = content.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new CommandFailure(ExitCode.FILE, what + " is too long for a parameter: more than 1 MiB.");
        }
        return bytes;
    }

    private Path readable(String name, String hint) {
        var file = environment.file(name);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CommandFailure(ExitCode.FILE, "There is no file " + file + " that could be read." + hint);
        }
        return file;
    }

    private Parameters withFile(Parameters parameters, String name, String value) throws IOException {
        if (!value.startsWith("@")) {
            throw new CommandFailure(
                    ExitCode.USAGE, name + " of " + job.path() + " is a file: say -p " + name + "=@PATH.");
        }
        if (value.substring(1).equals(INPUT)) {
            var bytes = input();
            return parameters.file(name, name, () -> new ByteArrayInputStream(bytes), bytes.length);
        }
        return parameters.file(name, readable(value.substring(1), ""));
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
