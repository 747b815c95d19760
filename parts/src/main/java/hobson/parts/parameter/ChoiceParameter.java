package hobson.parts.parameter;

import hobson.engine.Refusal;
import hobson.engine.parameter.ParameterValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of several texts.
 *
 * @param defaultChoice null for the first one
 */
record ChoiceParameter(
        String name,
        @Nullable String description,
        List<String> choices,
        @Nullable String defaultChoice) implements TypedDefinition {
    @Override
    public String type() {
        return "ChoiceParameterDefinition";
    }

    ChoiceParameter {
        choices = List.copyOf(choices);
    }

    @Override
    public Optional<ParameterValue> defaultValue(Surroundings surroundings) {
        return Optional.ofNullable(defaultChoice)
                .or(() -> choices.stream().findFirst())
                .map(choice -> new ParameterValue.Line(name, choice));
    }

    @Override
    public ParameterValue fromText(String text, Surroundings surroundings) {
        if (!choices.contains(text)) {
            throw Refusal.badInput("Illegal choice for parameter " + name + ": " + TypedDefinition.quoted(text));
        }
        return new ParameterValue.Line(name, text);
    }
}
