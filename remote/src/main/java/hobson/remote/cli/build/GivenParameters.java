package hobson.remote.cli.build;

import hobson.engine.Refusal;
import hobson.engine.item.JobDefinition;
import hobson.engine.parameter.ParameterDefinition;
import hobson.engine.parameter.ParameterValue;
import hobson.engine.queue.ParameterDefaults;
import hobson.engine.run.Uploads;
import hobson.remote.cli.CommandFailure;
import hobson.remote.cli.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the values of a build from what {@code -p} said. When one is refused nothing stays behind. */
final class GivenParameters {
    private static final String STANDARD_INPUT = "stdin";

    private final ParameterDefaults defaults;
    private final Uploads uploads;

    GivenParameters(ParameterDefaults defaults, Uploads uploads) {
        this.defaults = defaults;
        this.uploads = uploads;
    }

    /** The values of a build that was told nothing; null when the job takes no parameters. */
    @Nullable
    List<ParameterValue> defaults(JobDefinition definition) {
        return defaults.of(definition);
    }

    /** What was given, and the defaults of what was not. A file is what standard input has. */
    List<ParameterValue> of(JobDefinition definition, Map<String, @Nullable String> given, InputStream input)
            throws IOException {
        for (var name : given.keySet()) {
            requireKnown(definition, name);
        }
        var values = new ArrayList<ParameterValue>();
        try {
            for (var parameter : definition.parameters()) {
                values.add(value(parameter, given, input));
            }
            return values;
        } catch (IOException | RuntimeException e) {
            uploads.discard(values);
            throw e;
        }
    }

    private static void requireKnown(JobDefinition definition, String name) {
        var names =
                definition.parameters().stream().map(ParameterDefinition::name).toList();
        if (!names.contains(name)) {
            throw CommandFailure.usage("'" + name + "' is not a valid parameter."
                    + Nearest.to(name, names.stream())
                            .map(near -> " Did you mean " + near + "?")
                            .orElse(""));
        }
    }

    private ParameterValue value(ParameterDefinition parameter, Map<String, @Nullable String> given, InputStream input)
            throws IOException {
        if (!given.containsKey(parameter.name())) {
            return parameter
                    .defaultValue(defaults)
                    .orElseThrow(() ->
                            CommandFailure.usage("No default value for the parameter '" + parameter.name() + "'."));
        }
        var text = given.get(parameter.name());
        return parameter.takesFile()
                ? file(parameter, text == null ? "" : text, input)
                : text(parameter, text == null ? "" : text);
    }

    private ParameterValue text(ParameterDefinition parameter, String text) {
        try {
            return parameter.fromText(text, defaults);
        } catch (Refusal e) {
            throw CommandFailure.argument(String.valueOf(e.getMessage()));
        }
    }

    private ParameterValue file(ParameterDefinition parameter, String text, InputStream input) throws IOException {
        if (!text.isEmpty() && !text.equals("=")) {
            throw CommandFailure.abort("The parameter " + parameter.name() + " takes a file: say -p " + parameter.name()
                    + "== and send it on standard input.");
        }
        var _ = parameter.fromFile(STANDARD_INPUT, ""); // refuses before anything is read
        return parameter.fromFile(STANDARD_INPUT, uploads.keep(input));
    }
}
