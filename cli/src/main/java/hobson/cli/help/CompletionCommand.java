package hobson.cli.help;

import hobson.cli.session.ExitCode;
import hobson.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hobson completion}: what a shell must read to complete hobson's words. */
@Command(
        name = "completion",
        description = {
            "Prints what makes a shell complete commands, options and names.",
            "Names of jobs come from the server, if it answers within two seconds."
        },
        footer = {
            "Examples:",
            "  source <(hobson completion bash)                # in ~/.bashrc",
            "  source <(hobson completion zsh)                 # in ~/.zshrc, after compinit",
            "  hobson completion fish > ~/.config/fish/completions/hobson.fish"
        })
public final class CompletionCommand implements Callable<Integer> {
    /** The shells that there is something for. */
    enum Shell {
        bash("""
                _hobson() {
                  local found
                  COMPREPLY=()
                  while IFS= read -r found; do
                    COMPREPLY+=("$(printf %q "$found")")
                  done < <(hobson __complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
                  [[ ${COMPREPLY[0]-} != */ ]] || compopt -o nospace
                }
                complete -o default -F _hobson hobson
                """),
        zsh("""
                _hobson() {
                  local -a found
                  found=("${(@f)$(hobson __complete "${(@)words[2,CURRENT]}" 2>/dev/null)}")
                  if [[ -n ${found[1]} ]]; then compadd -- "${found[@]}"; else _files; fi
                }
                compdef _hobson hobson
                """),
        fish("""
                function __hobson_complete
                  set -l words (commandline -opc) (commandline -ct)
                  hobson __complete $words[2..-1] 2>/dev/null
                end
                complete -c hobson -a '(__hobson_complete)'
                """);

        private final String script;

        Shell(String script) {
            this.script = script;
        }
    }

    private final Session session;

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    private Shell shell = Shell.bash;

    public CompletionCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.terminal().out().print(shell.script);
        return ExitCode.FINE;
    }
}
