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
                RunParameter,
                CredentialsParameter {
    /** Characters of a text in a message. */
    int MOST_QUOTED = 200;

    /** What the wire calls it: {@code StringParameterDefinition}. */
    String type();

    /** A text that was sent, short enough for a message. */
    static String quoted(String text) {
        return text.length() <= MOST_QUOTED ? text : text.substring(0, MOST_QUOTED) + "…";
    }
}
