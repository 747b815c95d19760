package hobson.parts.parameter;

import hobson.engine.parameter.ParameterDefinition;

/** A definition of this package. */
sealed interface TypedDefinition extends ParameterDefinition
        permits StringParameter,
                TextParameter,
                BooleanParameter,
                ChoiceParameter,
                PasswordParameter,
                FileParameter,
                RunParameter {
    /** What the wire calls it: {@code StringParameterDefinition}. */
    String type();
}
