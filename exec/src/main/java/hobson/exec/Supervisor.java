package hobson.exec;

import hobson.exec.Libc.Function;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The process between the server and a command: it notes its own id in the order's record, runs the command, waits for it and notes
 * the exit code, whether the server is there or not. It exits with the command's code, or with {@link #UNCERTAIN}.
 *
 * <p>What it is given: file 0 is empty, 1 the log, 3 the record, open for appending and locked; the signal mask and file 2 depend
 * on its form. The command gets files 0 to 2 alone, no signal blocked, each signal's default action.
 */
sealed interface Supervisor {
    /** Exit code of a supervisor that could not write its mark and ran nothing; a command may end with it too. */
    int UNCERTAIN = 125;

    String path();

    /**
     * @param program where the command is
     * @param command its arguments, its own name first
     */
    List<String> arguments(String program, List<String> command);

    /** Machine code, in a file without a name. Signals are blocked: nothing but KILL ends it before the command. */
    record Compiled(int file) implements Supervisor {
        /** Under which file number it runs; it closes that. */
        static final int OWN_FILE = 4;

        private static final int CLOSE_ON_EXEC = 1;
        private static final int EXECUTABLE = 0x10; // Linux 6.3; before, they all are
        private static final int INVALID = 22;

        static Optional<Supervisor> load(Libc libc) throws IOException {
            var program = SupervisorProgram.forProcessor(System.getProperty("os.arch"));
            if (program.isEmpty()) return Optional.empty();
            try (var calls = new Calls(libc)) {
                var name = calls.text("hobson-supervisor").address();
                var file = calls.call(Function.MEMFD_CREATE, name, CLOSE_ON_EXEC | EXECUTABLE);
                if (file < 0 && calls.error() == INVALID) file = calls.call(Function.MEMFD_CREATE, name, CLOSE_ON_EXEC);
                if (file < 0) return Optional.empty();
                var bytes = program.get();
                calls.call(Function.WRITE, file, calls.bytes(bytes).address(), bytes.length);
                return Optional.of(new Compiled(file));
            }
        }

        @Override
        public String path() {
            return "/proc/self/fd/" + OWN_FILE;
        }

        @Override
        public List<String> arguments(String program, List<String> command) {
            var arguments = new ArrayList<>(List.of("hobson-supervisor", program));
            arguments.addAll(command);
            return arguments;
        }
    }

    /**
     * {@code /bin/sh}, where there is no machine code for the processor or it may not be run. It catches signals for itself alone;
     * its file 2 is empty so that it cannot comment on the command's death. A shell loses variables whose names are no identifiers.
     */
    record Shell() implements Supervisor {
        static final String CATCH = "trap : HUP INT QUIT TERM USR1 USR2 PIPE ALRM; ";
        private static final String SCRIPT =
                CATCH + "echo $$ >&3 || exit 125; (exec \"$@\" 2>&1 3>&-); code=$?; echo $code >&3; exit $code";

        @Override
        public String path() {
            return "/bin/sh";
        }

        @Override
        public List<String> arguments(String program, List<String> command) {
            var arguments = new ArrayList<>(List.of("sh", "-c", SCRIPT, "hobson-supervisor", program));
            arguments.addAll(command.subList(1, command.size()));
            return arguments;
        }
    }
}
