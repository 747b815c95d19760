package hobson.parts.parameter;

import hobson.engine.parameter.ParameterValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text that is not shown again.
 *
 * @param written the default as the document has it: nobody opens it before a build needs it
 */
record PasswordParameter(String name, @Nullable String description, String written) implements TypedDefinition {
    @Override
    public String type() {
        return "PasswordParameterDefinition";
    }

    /** What forms send for a field that was left as it is. */
    private static final String UNTOUCHED = "<DEFAULT>";

    @Override
    public Optional<ParameterValue> defaultValue(Surroundings surroundings) {
        return Optional.of(new ParameterValue.Password(name, surroundings.protectWritten(written)));
    }

    @Override
    public ParameterValue fromText(String text, Surroundings surroundings) {
        return new ParameterValue.Password(
                name, text.equals(UNTOUCHED) ? surroundings.protectWritten(written) : surroundings.protect(text));
    }

    /** Without the default. */
    @Override
    public String toString() {
        return "PasswordParameter[name=" + name + "]";
    }
}
