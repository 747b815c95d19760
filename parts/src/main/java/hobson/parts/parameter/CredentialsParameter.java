package hobson.parts.parameter;

import hobson.engine.parameter.ParameterValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The id of a credential, which the build looks up when it needs it. */
record CredentialsParameter(String name, @Nullable String description, String defaultId) implements TypedDefinition {
    static final String CLASS = "com.cloudbees.plugins.credentials.CredentialsParameterDefinition";

    @Override
    public String type() {
        return "CredentialsParameterDefinition";
    }

    @Override
    public Optional<ParameterValue> defaultValue(Surroundings surroundings) {
        return Optional.of(new ParameterValue.Credentials(name, defaultId, true));
    }

    @Override
    public ParameterValue fromText(String text, Surroundings surroundings) {
        return new ParameterValue.Credentials(name, text, text.equals(defaultId));
    }
}
