package hobson.engine.parameter;

import hobson.engine.secret.Secret;

/**
 * A value that a build was given. Two values are equal as the queue understands it: {@link Password} whatever the secret is,
 * {@link File} never.
 */
public sealed interface ParameterValue {
    String name();

    /** One line. */
    record Line(String name, String value) implements ParameterValue {}

    /** Several lines. */
    record Text(String name, String value) implements ParameterValue {}

    record Flag(String name, boolean value) implements ParameterValue {}

    record Password(String name, Secret value) implements ParameterValue {
        @Override
        public boolean equals(Object other) {
            return other instanceof Password(var otherName, var _) && name.equals(otherName);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    /**
     * An uploaded file.
     *
     * @param fileName what the caller called it: a plain name without a path
     * @param upload id of the stored bytes
     */
    record File(String name, String fileName, String upload) implements ParameterValue {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /**
     * A credential, by its id.
     *
     * @param byDefault nobody chose it: the job's definition did
     */
    record Credentials(String name, String id, boolean byDefault) implements ParameterValue {}

    /** A build of another job. */
    record Run(String name, String job, int number) implements ParameterValue {}
}
