package hobson.server.configuration;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Where the values of a file come from: the file itself, for messages, and the environment that {@code ${NAME}} in a value stands
 * for.
 *
 * @param used grows by each variable that was asked for
 */
record Source(String file, Map<String, String> environment, Set<String> used) {
    /** {@code ${NAME}} or {@code ${NAME:-otherwise}}; with a caret in front it is meant literally. */
    private static final Pattern VARIABLE = Pattern.compile("(\\^?)\\$\\{([^}]*)}");

    BadConfiguration wrong(Node where, String what) {
        int line = where.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        return wrong(line, what);
    }

    BadConfiguration wrong(int line, String what) {
        return new BadConfiguration(file + ":" + line + ": " + what);
    }

    String expand(Node where, String text) {
        if (!text.contains("${")) {
            return text;
        }
        var expanded = new StringBuilder();
        var variables = VARIABLE.matcher(text);
        while (variables.find()) {
            boolean literal = !variables.group(1).isEmpty();
            var value = literal ? variables.group().substring(1) : valueOf(where, variables.group(2));
            variables.appendReplacement(expanded, java.util.regex.Matcher.quoteReplacement(value));
        }
        return variables.appendTail(expanded).toString();
    }

    private String valueOf(Node where, String variable) {
        int dash = variable.indexOf(":-");
        var name = dash < 0 ? variable : variable.substring(0, dash);
        used.add(name);
        var value = environment.get(name);
        if (value != null) {
            return value;
        }
        if (dash < 0) {
            throw wrong(
                    where,
                    "the environment has no variable '" + name + "': set it, give a value as in ${" + name
                            + ":-value}, or write ^${" + name + "} for the text itself");
        }
        return variable.substring(dash + 2);
    }
}
