package hobson.exec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Variables by which the processes of a build are known, as {@link ProcessTable} gives them: a character for each byte. */
record Cookies(Set<String> variables) {

    static Cookies of(Map<String, String> values) {
        return new Cookies(values.entrySet().stream()
                .map(cookie -> new String((cookie.getKey() + "=" + cookie.getValue()).getBytes(UTF_8), ISO_8859_1))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** All of them must be in its environment; none at all marks nothing. */
    boolean mark(ProcessTable.Entry process) {
        return !variables.isEmpty() && mark(ProcessTable.environment(process));
    }

    boolean mark(Set<String> environment) {
        return !variables.isEmpty() && environment.containsAll(variables);
    }
}
