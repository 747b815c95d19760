package hobson.engine.run;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What surrounds the steps of a build. Immutable. */
public interface BuildWrapper {
    /**
     * Called before the first step, once: a build that goes on after a crash has the surroundings that it had.
     *
     * @throws IOException with a sentence for the log; the build fails without a step
     */
    Surroundings setUp(BuildContext context, BuildSecrets secrets) throws IOException;

    /**
     * What steps find.
     *
     * @param variables of their environment, over all others
     * @param secrets texts that the log shows as asterisks
     */
    record Surroundings(Map<String, String> variables, List<String> secrets) {
        public static final Surroundings NONE = new Surroundings(Map.of(), List.of());

        public Surroundings {
            variables = Map.copyOf(variables);
            secrets = List.copyOf(secrets);
        }

        /** Both; what {@code other} says counts more. */
        public Surroundings and(Surroundings other) {
            var all = new java.util.HashMap<>(variables);
            all.putAll(other.variables);
            var both = new java.util.ArrayList<>(secrets);
            both.addAll(other.secrets);
            return new Surroundings(all, both);
        }
    }
}
