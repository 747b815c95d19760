package hobson.parts.parameter;

import hobson.engine.parameter.ParameterValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One line of text. */
record StringParameter(String name, @Nullable String description, String defaultText, boolean trim)
        implements TypedDefinition {
    @Override
    public String type() {
        return "StringParameterDefinition";
    }

    @Override
    public Optional<ParameterValue> defaultValue(Surroundings surroundings) {
        return Optional.of(fromText(defaultText, surroundings));
    }

    @Override
    public ParameterValue fromText(String text, Surroundings surroundings) {
        return new ParameterValue.Line(name, trim ? text.trim() : text);
    }
}
