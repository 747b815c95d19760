package hobson.remote.cli;

import java.io.IOException;

/**
 * One call of a command. Its fields with the annotations of args4j are its arguments and options; they are set before it runs, and
 * nothing of it is used again.
 *
 * <p>What it throws decides the exit code ({@code cli.md §6}): {@link CommandFailure} says it itself, {@link hobson.engine.user.Denied}
 * is 6, a {@link hobson.engine.Refusal} 3 when something does not exist, 4 when the state of something forbids it, 5 when this server
 * cannot do it, and 1 when what was sent cannot be right; anything else is 1.
 */
@FunctionalInterface
public interface Command {
    int SUCCESS = 0;

    /**
     * Does it, as the terminal's caller. The thread is interrupted when the client has gone or the server ends.
     *
     * @return the exit code
     */
    int run(Terminal terminal) throws IOException, InterruptedException;
}
