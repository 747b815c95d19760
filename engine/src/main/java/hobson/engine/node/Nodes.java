package hobson.engine.node;

import hobson.engine.Expected;
import hobson.engine.Refusal;
import hobson.engine.event.Change;
import hobson.engine.item.ItemNames;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Permission;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What callers do to nodes. Changes are made one after the other and are in the store when a method returns.
 *
 * <p>Agents cannot connect to this server: they are offline, and otherwise complete.
 */
public final class Nodes {
    private static final int MOST_EXECUTORS = 10_000;

    /** In addresses these are the built-in node. */
    private static final Set<String> RESERVED = Set.of("(built-in)", "(master)");

    private final NodeStore store;
    private final NodeFormat format;
    private final Computers computers;
    private final Authorization authorization;
    private final InstantSource clock;
    private final Runnable changed;

    /** @param changed called after every change by which something that waits may start, or waits for something else */
    public Nodes(
            NodeStore store,
            NodeFormat format,
            Computers computers,
            Authorization authorization,
            InstantSource clock,
            Runnable changed) {
        this.store = store;
        this.format = format;
        this.computers = computers;
        this.authorization = authorization;
        this.clock = clock;
        this.changed = changed;
    }

    /**
     * Takes in what the store has.
     *
     * @param declared makes of the built-in node what the configuration of the server says of it
     */
    public synchronized void load(UnaryOperator<Node> declared) {
        for (var node : store.load()) {
            if (node.isBuiltIn()) {
                computers.builtIn().become(declared.apply(node));
            } else {
                launch(computers.add(node));
            }
        }
    }

    /** For callers that must say no before they read what was sent. */
    public void requireCreate(Caller caller) {
        authorization.require(caller, Permission.NODE_CREATE);
    }

    /** As {@link #requireCreate(Caller)}; also refuses a name that is bad or taken. */
    public String requireCreate(Caller caller, @Nullable String name) {
        requireCreate(caller);
        if (name == null || name.isBlank()) {
            throw Refusal.badInput("Query parameter 'name' is required");
        }
        return free(name);
    }

    private String free(String name) {
        var checked = ItemNames.checked(name);
        if (RESERVED.contains(checked)) {
            throw Refusal.badInput("‘" + checked + "’ is the built-in node");
        }
        if (computers.find(checked).isPresent()) {
            throw Refusal.badInput("Agent called ‘" + checked + "’ already exists");
        }
        return checked;
    }

    public void create(Caller caller, Node node) {
        launch(added(caller, node));
    }

    public void create(Caller caller, String name, byte[] document) {
        create(caller, format.read(document).named(name));
    }

    /** What the document defines, which is not there before it is created. */
    public Node read(Caller caller, byte[] document) {
        requireCreate(caller);
        return format.read(document);
    }

    /** An agent like another one, in service; nobody tries to start it before it is configured or asked for. */
    public void copy(Caller caller, String name, String source) {
        if (source.isBlank()) {
            throw Refusal.badInput("Specify which agent to copy");
        }
        var original = computers
                .find(source)
                .orElseThrow(() -> Refusal.badInput("No such agent: " + source))
                .node();
        authorization.require(caller, Permission.NODE_EXTENDED_READ, original);
        added(caller, original.named(name).marked(null));
    }

    private synchronized Computer added(Caller caller, Node node) {
        requireCreate(caller, node.name());
        check(node);
        store.create(node, change(caller));
        var computer = computers.add(node);
        changed.run();
        return computer;
    }

    private static void check(Node node) {
        if (node.executors() < 0 || node.executors() > MOST_EXECUTORS) {
            throw Refusal.badInput("Invalid agent configuration for ‘" + node.name() + "’. Invalid # of executors.");
        }
    }

    /** The document of an agent; its secrets are encrypted, and masked for callers who may not configure it. */
    public byte[] document(Caller caller, Computer agent) {
        authorization.require(caller, Permission.NODE_EXTENDED_READ, agent.node());
        return format.write(agent.node(), authorization.allows(caller, Permission.NODE_CONFIGURE, agent.node()));
    }

    public void requireConfigure(Caller caller, Computer computer) {
        authorization.require(caller, Permission.NODE_CONFIGURE, computer.node());
    }

    /**
     * Another document for the agent, if the present one is as expected, and another name if it says one.
     *
     * @return the document that it has now
     */
    public byte[] configure(Caller caller, Computer agent, byte[] document, Expected expected) {
        requireConfigure(caller, agent);
        var node = format.read(document);
        var after = edit(caller, agent, before -> {
            expected.check(format.write(before, true));
            return node.named(node.name().isBlank() ? before.name() : node.name())
                    .marked(before.mark());
        });
        launch(agent);
        return format.write(after, true);
    }

    /** Another configuration, and another name if it says one; whether it is in service stays. */
    public void configure(Caller caller, Computer computer, Node node) {
        requireConfigure(caller, computer);
        var _ = edit(caller, computer, before -> node.marked(before.mark()));
        launch(computer);
    }

    public void describe(Caller caller, Computer agent, String description) {
        requireConfigure(caller, agent);
        var _ = edit(caller, agent, before -> before.described(description));
    }

    private synchronized Node edit(Caller caller, Computer computer, UnaryOperator<Node> edit) {
        requireKnown(computer);
        var before = computer.node();
        var after = edit.apply(before);
        check(after);
        if (after.equals(before)) {
            return before;
        }
        if (after.name().equals(before.name())) {
            store.configure(after, change(caller));
        } else {
            after = after.named(free(after.name()));
            store.rename(before.name(), after, change(caller));
        }
        computers.replace(computer, after);
        changed.run();
        return after;
    }

    private void requireKnown(Computer computer) {
        if (computers.find(computer.name()).orElse(null) != computer) {
            throw Refusal.notFound("there is no node " + computer.name());
        }
    }

    public synchronized void delete(Caller caller, Computer agent) {
        authorization.require(caller, Permission.NODE_DELETE, agent.node());
        requireKnown(agent);
        store.delete(agent.name(), change(caller));
        computers.remove(agent);
        changed.run();
    }

    /** Takes the node out of service, by a request, or back into it. */
    public synchronized void toggleOffline(Caller caller, Computer computer, @Nullable String message) {
        if (computer.node().mark() == null) {
            takeOut(caller, computer, message, false);
        } else {
            bringBack(caller, computer);
        }
    }

    /**
     * Takes the node out of service; one that is so already, for another reason.
     *
     * @param byCommand whether somebody at a terminal does it
     */
    public synchronized void takeOut(Caller caller, Computer computer, @Nullable String message, boolean byCommand) {
        authorization.require(caller, Permission.NODE_DISCONNECT, computer.node());
        mark(caller, computer, new OfflineMark(clock.millis(), caller.userId(), message, byCommand));
    }

    /** Puts the node back into service; nothing happens to one that is there. */
    public synchronized void bringBack(Caller caller, Computer computer) {
        authorization.require(caller, Permission.NODE_CONNECT, computer.node());
        if (computer.node().mark() != null) {
            mark(caller, computer, null);
        }
    }

    private void mark(Caller caller, Computer computer, @Nullable OfflineMark mark) {
        requireKnown(computer);
        var marked = computer.node().marked(mark);
        store.mark(marked, change(caller));
        computers.replace(computer, marked);
        changed.run();
    }

    /**
     * Ends the connection of an agent; the built-in node stays connected.
     *
     * @param byCommand whether somebody at a terminal does it: then an agent without a connection is offline for that reason, too
     */
    public void disconnect(Caller caller, Computer agent, @Nullable String message, boolean byCommand) {
        if (agent.isConnected() || byCommand) {
            authorization.require(caller, Permission.NODE_DISCONNECT, agent.node());
            if (!agent.node().isBuiltIn()) {
                agent.disconnected(new OfflineMark(clock.millis(), caller.userId(), message, byCommand));
                changed.run();
            }
        }
    }

    /** Tries to start the agent; for one that calls by itself there is nothing to do. */
    public void launch(Caller caller, Computer agent) {
        authorization.require(caller, Permission.NODE_CONNECT, agent.node());
        launch(agent);
    }

    private void launch(Computer computer) {
        if (!computer.isConnected() && !computer.node().isInbound()) {
            computer.log()
                    .line("This server has no means to start agents; how this one is started is kept in its"
                            + " configuration.");
            computer.disconnected(new OfflineCause.LaunchFailed(clock.millis()));
        } else if (!computer.isConnected()) {
            computer.disconnected(null);
        }
    }

    private Change change(Caller caller) {
        return new Change(clock.instant(), caller.name());
    }
}
