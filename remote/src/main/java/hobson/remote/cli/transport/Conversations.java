package hobson.remote.cli.transport;

import hobson.engine.user.Caller;
import hobson.remote.cli.Commands;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The conversations that the server has. Used by many threads. */
public final class Conversations implements AutoCloseable {
    private final Commands commands;
    private final Admissions admissions;
    private final Duration patience;
    private final Set<Conversation> open = new HashSet<>();
    private boolean closed;

    /** @param patience how long a caller may take to say what it wants */
    public Conversations(Commands commands, Admissions admissions, Duration patience) {
        this.commands = commands;
        this.admissions = admissions;
        this.patience = patience;
    }

    /** What is done in a conversation. */
    @FunctionalInterface
    interface Use {
        void of(Conversation conversation) throws IOException, InterruptedException;
    }

    /**
     * Has a conversation with the caller.
     *
     * @throws Admissions.Refused when the caller does too much at a time, or the server ends
     */
    void have(Caller caller, String rootUrl, Use use) throws IOException, InterruptedException {
        var conversation = new Conversation(caller, rootUrl, commands, patience);
        try (var _ = admissions.admit(caller)) {
            begin(conversation);
            use.of(conversation);
        } finally {
            end(conversation);
        }
    }

    private synchronized void begin(Conversation conversation) throws Admissions.Refused {
        if (closed) {
            throw new Admissions.Refused("The server is stopping");
        }
        open.add(conversation);
    }

    private synchronized void end(Conversation conversation) {
        open.remove(conversation);
    }

    /** Has no more of them, and ends those in which nothing runs; a command that runs is left to end. */
    @Override
    public void close() {
        List<Conversation> ending;
        synchronized (this) {
            closed = true;
            ending = List.copyOf(open);
        }
        ending.forEach(Conversation::leave);
    }
}
