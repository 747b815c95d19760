package hobson.parts.parameter;

import hobson.engine.parameter.ParameterDefinition;
import java.util.List;

/** The property by which a job declares its parameters. */
public record DeclaredParameters(List<ParameterDefinition> definitions) {
    public DeclaredParameters {
        definitions = List.copyOf(definitions);
    }
}
