package hobson.parts.parameter;

import hobson.engine.parameter.ParameterValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A text that is not shown again. */
record PasswordParameter(String name, @Nullable String description, String defaultPassword) implements TypedDefinition {
    @Override
    public String type() {
        return "PasswordParameterDefinition";
    }

    /** What forms send for a field that was left as it is. */
    private static final String UNTOUCHED = "<DEFAULT>";

    @Override
    public Optional<ParameterValue> defaultValue(Surroundings surroundings) {
        return Optional.of(new ParameterValue.Password(name, surroundings.protect(defaultPassword)));
    }

    @Override
    public ParameterValue fromText(String text, Surroundings surroundings) {
        var password = text.equals(UNTOUCHED) ? defaultPassword : text;
        return new ParameterValue.Password(name, surroundings.protect(password));
    }

    /** Without the default. */
    @Override
    public String toString() {
        return "PasswordParameter[name=" + name + "]";
    }
}
