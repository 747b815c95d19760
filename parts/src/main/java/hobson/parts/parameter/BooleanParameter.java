package hobson.parts.parameter;

import hobson.engine.parameter.ParameterValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Yes or no; every text but {@code true} means no. */
record BooleanParameter(String name, @Nullable String description, boolean defaultFlag) implements TypedDefinition {
    @Override
    public String type() {
        return "BooleanParameterDefinition";
    }

    @Override
    public Optional<ParameterValue> defaultValue(Surroundings surroundings) {
        return Optional.of(new ParameterValue.Flag(name, defaultFlag));
    }

    @Override
    public ParameterValue fromText(String text, Surroundings surroundings) {
        return new ParameterValue.Flag(name, Boolean.parseBoolean(text));
    }
}
