package hobson.exec;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import hobson.engine.run.Launcher.Order;
import hobson.exec.Libc.Function;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One {@code posix_spawn}: a supervisor in a session of its own. Used by one thread, once. */
final class Spawn {
    /** Where the supervisor finds its record. */
    static final int RECORD = 3;

    private static final int DEFAULT_SIGNALS = 4;
    private static final int SIGNAL_MASK = 8;
    private static final int NEW_SESSION = 0x80;
    private static final int ROOM = 512; // for structures of 80 to 340 bytes in glibc
    private static final int WRITE_ONLY = 1;

    private final Calls calls;
    private final MemorySegment actions;

    Spawn(Calls calls) {
        this.calls = calls;
        this.actions = calls.allocate(ROOM);
    }

    /** @return the process id, or the error number negated */
    int start(Supervisor supervisor, String program, Order order, int record) throws IOException {
        var arguments = calls.texts(checked(supervisor.arguments(program, order.command())));
        var environment = calls.texts(environment(order.environment()));
        var pid = calls.allocate(8);
        calls.call(Function.ACTIONS_INIT, actions.address());
        try {
            describeFiles(supervisor, order, record);
            var failure = calls.call(
                    Function.SPAWN,
                    pid.address(),
                    calls.text(supervisor.path()).address(),
                    actions.address(),
                    attributes(supervisor).address(),
                    arguments.address(),
                    environment.address());
            return failure == 0 ? pid.get(JAVA_INT, 0) : -failure;
        } finally {
            calls.call(Function.ACTIONS_DESTROY, actions.address());
        }
    }

    /** In this order: a descriptor of ours could have one of the low numbers if the server was started without them. */
    private void describeFiles(Supervisor supervisor, Order order, int record) {
        var log = calls.text(order.log().toString()).address();
        var nothing = calls.text("/dev/null").address();
        action(Function.ACTIONS_DUP, record, RECORD);
        if (supervisor instanceof Supervisor.Compiled(int file)) {
            action(Function.ACTIONS_DUP, file, Supervisor.Compiled.OWN_FILE);
        }
        action(Function.ACTIONS_OPEN, 0, nothing, 0, 0);
        action(Function.ACTIONS_OPEN, 1, log, WRITE_ONLY | Calls.APPEND | Calls.CREATE, 0644);
        action(Function.ACTIONS_DUP, supervisor instanceof Supervisor.Shell ? 0 : 1, 2);
        action(
                Function.ACTIONS_CLOSE_FROM,
                supervisor instanceof Supervisor.Shell ? RECORD + 1 : Supervisor.Compiled.OWN_FILE + 1);
        action(
                Function.ACTIONS_DIRECTORY,
                calls.text(order.workingDirectory().toString()).address());
    }

    private void action(Function function, long... arguments) {
        var all = new long[arguments.length + 1];
        all[0] = actions.address();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        calls.call(function, all);
    }

    private MemorySegment attributes(Supervisor supervisor) {
        var attributes = calls.allocate(ROOM);
        var everySignal = calls.allocate(ROOM);
        var noSignal = calls.allocate(ROOM);
        var mask = supervisor instanceof Supervisor.Compiled ? everySignal : noSignal;
        calls.call(Function.SIGFILLSET, everySignal.address());
        calls.call(Function.ATTRIBUTES_INIT, attributes.address());
        calls.call(Function.ATTRIBUTES_FLAGS, attributes.address(), NEW_SESSION | DEFAULT_SIGNALS | SIGNAL_MASK);
        calls.call(Function.ATTRIBUTES_DEFAULT, attributes.address(), everySignal.address());
        calls.call(Function.ATTRIBUTES_MASK, attributes.address(), mask.address());
        return attributes;
    }

    private static List<String> environment(Map<String, String> variables) throws IOException {
        var environment = new ArrayList<String>(variables.size());
        for (var variable : variables.entrySet()) {
            var name = variable.getKey();
            if (name.isEmpty() || name.indexOf('=') >= 0) {
                throw new IOException(
                        "A variable cannot be called \"" + name + "\": a name is not empty and has no \"=\".");
            }
            environment.add(name + "=" + variable.getValue());
        }
        return checked(environment);
    }

    private static List<String> checked(List<String> texts) throws IOException {
        for (var text : texts) {
            if (text.indexOf('\0') >= 0) {
                throw new IOException("A command, its arguments and its variables cannot contain the character NUL: "
                        + text.substring(0, Math.min(60, text.indexOf('\0'))));
            }
        }
        return texts;
    }
}
