package hobson.parts.git;

import java.util.List;
import java.util.Map;

/** A script for a POSIX shell that runs Git and says what it does. It ends with the first command that fails. */
final class ShellScript {
    /**
     * Nobody is asked for a password: there is nobody. What a build may choose freely, its variables, does not lead Git elsewhere or
     * make it print what it sends. Hooks that an earlier build left in the workspace do not run beside the secrets of this one.
     */
    private static final String BEGINNING = """
            set -e
            unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_COMMON_DIR GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES
            unset GIT_NAMESPACE GIT_CONFIG GIT_CONFIG_PARAMETERS GIT_EXEC_PATH GIT_EXTERNAL_DIFF
            unset GIT_TRACE GIT_TRACE_CURL GIT_TRACE_PACKET GIT_TRACE_REDACT GIT_TRACE2 GIT_TRACE2_EVENT GIT_CURL_VERBOSE
            export GIT_TERMINAL_PROMPT=0 GIT_ASKPASS=true SSH_ASKPASS=true
            export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=core.hooksPath GIT_CONFIG_VALUE_0=/dev/null
            say() { printf '%s\\n' "$1"; }
            refuse() { say "ERROR: $1"; exit 1; }
            within() {
              minutes=$1; shift; code=0
              if command -v timeout >/dev/null; then timeout -k 10 "$((minutes * 60))" "$@" || code=$?; else "$@" || code=$?; fi
              case $code in 124|137) refuse "Timeout after $minutes minutes" ;; esac
              return "$code"
            }
            """;

    /** By which protocols repositories are fetched that a job names. */
    static final String PROTOCOLS = "file:git:http:https:ssh";

    /** And those that a repository names: none can bring folders of this machine into a build. */
    static final String PROTOCOLS_OF_SUBMODULES = "git:http:https:ssh";

    private final StringBuilder text = new StringBuilder(BEGINNING + "export GIT_ALLOW_PROTOCOL=" + PROTOCOLS + "\n");

    ShellScript say(String sentence) {
        return lines("say " + quoted(sentence));
    }

    /** Runs it, every word as it is. */
    ShellScript run(String... words) {
        return lines(quoted(List.of(words)));
    }

    /**
     * Runs Git with a login; it fails when it takes longer.
     *
     * @param words to the shell
     */
    ShellScript runWith(GitAccess access, int minutes, Map<String, String> variables, String words) {
        var line = new StringBuilder("within " + minutes + " env");
        access.variables()
                .forEach((name, value) ->
                        line.append(' ').append(name).append('=').append(quoted(value)));
        variables.forEach(
                (name, value) -> line.append(' ').append(name).append('=').append(quoted(value)));
        line.append(" git ").append(quoted(access.options()));
        return lines(line + " " + words);
    }

    /** Adds lines as they are. */
    ShellScript lines(String lines) {
        text.append(lines).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** Words to the shell. */
    static String quoted(List<String> words) {
        return String.join(" ", words.stream().map(ShellScript::quoted).toList());
    }

    /** One word to the shell, whatever is in it. */
    static String quoted(String word) {
        return "'" + word.replace("\u0000", "").replace("'", "'\\''") + "'";
    }
}
