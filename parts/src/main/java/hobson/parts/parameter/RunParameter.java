package hobson.parts.parameter;

import hobson.engine.Refusal;
import hobson.engine.parameter.ParameterValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A build of another job, written {@code folder/job#7}. That the build exists is not asked for: it may be gone before the build
 * starts anyway.
 *
 * @param run the default, null for the newest build that passes the filter
 */
record RunParameter(
        String name,
        @Nullable String description,
        String projectName,
        BuildFilter filter,
        @Nullable String run) implements TypedDefinition {
    @Override
    public String type() {
        return "RunParameterDefinition";
    }

    @Override
    public Optional<ParameterValue> defaultValue(Surroundings surroundings) {
        if (run != null) {
            return parsed(run);
        }
        var newest = surroundings.newestBuild(projectName, filter);
        return newest.isEmpty()
                ? Optional.empty()
                : Optional.of(new ParameterValue.Run(name, projectName, newest.getAsInt()));
    }

    @Override
    public ParameterValue fromText(String text, Surroundings surroundings) {
        return parsed(text)
                .orElseThrow(() -> Refusal.badInput(
                        "Parameter " + name + " takes a build as JOB#NUMBER, not " + TypedDefinition.quoted(text)));
    }

    private Optional<ParameterValue> parsed(String text) {
        int hash = text.lastIndexOf('#');
        if (hash < 1) {
            return Optional.empty();
        }
        try {
            int number = Integer.parseInt(text.substring(hash + 1));
            return number < 1
                    ? Optional.empty()
                    : Optional.of(new ParameterValue.Run(name, text.substring(0, hash), number));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
