package hobson.remote.cli;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;

/** Does the same to every name of a list, each once ({@code cli.md §7}, "multi"). */
public final class Several {
    private Several() {}

    /** What is done to one of them. */
    @FunctionalInterface
    public interface Act {
        void on(String name) throws IOException, InterruptedException;
    }

    /**
     * What goes wrong with the only name decides the exit code. Of several names, what goes wrong with one is a line of standard error,
     * the others are done all the same, and the code is 5.
     */
    public static int each(Collection<String> names, Terminal terminal, Act act)
            throws IOException, InterruptedException {
        var distinct = new LinkedHashSet<>(names);
        if (distinct.size() == 1) {
            act.on(distinct.getFirst());
            return Command.SUCCESS;
        }
        boolean failed = false;
        for (var name : distinct) {
            try {
                act.on(name);
            } catch (RuntimeException e) {
                var failure = CommandFailure.of(e);
                if (failure == null) {
                    throw e;
                }
                terminal.err().println(name + ": " + failure.getMessage());
                failed = true;
            }
        }
        if (failed) {
            throw CommandFailure.abort("Error occurred while performing this command, see previous stderr output.");
        }
        return Command.SUCCESS;
    }
}
