package hobson.parts.parameter;

import hobson.engine.parameter.ParameterValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Several lines of text, taken as they are. */
record TextParameter(String name, @Nullable String description, String defaultText) implements TypedDefinition {
    @Override
    public String type() {
        return "TextParameterDefinition";
    }

    @Override
    public Optional<ParameterValue> defaultValue(Surroundings surroundings) {
        return Optional.of(fromText(defaultText, surroundings));
    }

    @Override
    public ParameterValue fromText(String text, Surroundings surroundings) {
        return new ParameterValue.Text(name, text);
    }
}
