package hobson.engine.parameter;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A parameter that a job declares. Immutable. Refuses bad values with {@link hobson.engine.Refusal} ({@code BAD_INPUT}). */
public interface ParameterDefinition {
    String name();

    @Nullable
    String description();

    /** What a build gets that was not told otherwise; empty when there is no default. */
    Optional<ParameterValue> defaultValue(Surroundings surroundings);

    /** The value that a submitted text means. */
    ParameterValue fromText(String text, Surroundings surroundings);

    /** Whether values are files; then no text is one. */
    default boolean takesFile() {
        return false;
    }

    /** The value that an uploaded file means. */
    default ParameterValue fromFile(String fileName, String upload) {
        throw hobson.engine.Refusal.badInput("parameter " + name() + " does not take a file");
    }

    /** What definitions may look at, and how they protect what they are given. */
    interface Surroundings {
        /** Number of the newest build of that job that passes the filter; empty when there is none or the caller may not read it. */
        java.util.OptionalInt newestBuild(String job, BuildFilter filter);

        boolean buildExists(String job, int number);

        hobson.engine.secret.Secret protect(String secret);

        /** @param written as a document has it: the secret itself, or one of this server that is encrypted already */
        hobson.engine.secret.Secret protectWritten(String written);
    }

    /** Which builds a run parameter offers. */
    enum BuildFilter {
        ALL,
        STABLE,
        SUCCESSFUL,
        COMPLETED
    }
}
