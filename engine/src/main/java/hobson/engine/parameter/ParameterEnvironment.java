package hobson.engine.parameter;

import hobson.engine.secret.Vault;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The variables that a build's parameters give it ({@code queue-and-scheduling.md §17}). */
public final class ParameterEnvironment {
    private final Vault vault;
    private final Runs runs;

    public ParameterEnvironment(Vault vault, Runs runs) {
        this.vault = vault;
        this.runs = runs;
    }

    /** What is known of the build that a run parameter names. */
    public interface Runs {
        /** The address of the build; empty while the server's own address is not known. */
        String url(String job, int number);

        String displayName(String job, int number);

        /** {@code SUCCESS} and so on; empty while it runs or when it is gone. */
        String result(String job, int number);
    }

    /** By name, letter case aside; a later value of the same name wins. */
    public Map<String, String> variables(List<ParameterValue> values) {
        var variables = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var value : values) {
            switch (value) {
                case ParameterValue.Line(var name, var text) -> variables.put(name, text);
                case ParameterValue.Text(var name, var text) -> variables.put(name, text);
                case ParameterValue.Flag(var name, var flag) -> variables.put(name, Boolean.toString(flag));
                case ParameterValue.Password(var name, var secret) -> variables.put(name, vault.reveal(secret));
                case ParameterValue.File _ -> {}
                case ParameterValue.Credentials(var name, var id, var _) -> variables.put(name, id);
                case ParameterValue.Run(var name, var job, var number) -> {
                    variables.put(name, runs.url(job, number));
                    variables.put(name + "_JOBNAME", job);
                    variables.put(name + "_NUMBER", Integer.toString(number));
                    variables.put(name + "_NAME", runs.displayName(job, number));
                    variables.put(name + "_RESULT", runs.result(job, number));
                }
            }
        }
        return variables;
    }
}
