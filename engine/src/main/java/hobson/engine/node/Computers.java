package hobson.engine.node;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All nodes as they are now. Reads never wait; {@link Nodes} changes what there is. Used by many threads. */
public final class Computers {
    private final Computer builtIn;
    private volatile Map<String, Computer> agents = Map.of();

    public Computers(Node builtIn) {
        this.builtIn = new Computer(builtIn);
    }

    public Computer builtIn() {
        return builtIn;
    }

    /** By name. */
    public Collection<Computer> agents() {
        return agents.values();
    }

    /** The built-in node, then the agents by name. */
    public List<Computer> all() {
        var all = new ArrayList<Computer>(agents.size() + 1);
        all.add(builtIn);
        all.addAll(agents.values());
        return all;
    }

    public boolean hasAgents() {
        return !agents.isEmpty();
    }

    /** The agent of exactly that name, or the built-in node for the empty one. */
    public Optional<Computer> find(String name) {
        return name.isEmpty() ? Optional.of(builtIn) : Optional.ofNullable(agents.get(name));
    }

    /** Those whose labels fulfil the condition. */
    public List<Computer> of(LabelExpression condition) {
        return all().stream()
                .filter(computer -> condition.matches(computer.labels()))
                .toList();
    }

    /** Those that could take a build now. */
    public List<Computer> idle() {
        return all().stream()
                .filter(computer -> computer.isOnline() && computer.executors().hasIdle())
                .toList();
    }

    public boolean hasIdle() {
        return (builtIn.isOnline() && builtIn.executors().hasIdle())
                || agents.values().stream()
                        .anyMatch(agent -> agent.isOnline() && agent.executors().hasIdle());
    }

    /** Called by one thread at a time. */
    Computer add(Node node) {
        var computer = new Computer(node);
        put(computer);
        return computer;
    }

    private void put(Computer computer) {
        var more = new TreeMap<>(agents);
        more.put(computer.name(), computer);
        agents = more;
    }

    /** Called by one thread at a time. */
    void replace(Computer computer, Node node) {
        var before = computer.name();
        computer.become(node);
        if (!before.equals(node.name())) {
            remove(before);
            put(computer);
        }
    }

    /** Called by one thread at a time. */
    void remove(String name) {
        var left = new TreeMap<>(agents);
        left.remove(name);
        agents = left;
    }
}
