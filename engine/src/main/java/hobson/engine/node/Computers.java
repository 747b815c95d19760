package hobson.engine.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All nodes as they are now. Reads never wait; {@link Nodes} changes what there is. Used by many threads. */
public final class Computers {
    private final Computer builtIn;
    private volatile Fleet fleet;

    /** @param all the built-in node, then the agents by name */
    private record Fleet(Map<String, Computer> agents, List<Computer> all) {}

    public Computers(Node builtIn) {
        this.builtIn = new Computer(builtIn);
        this.fleet = fleet(Map.of());
    }

    private Fleet fleet(Map<String, Computer> agents) {
        var all = new ArrayList<Computer>(agents.size() + 1);
        all.add(builtIn);
        all.addAll(agents.values());
        return new Fleet(agents, List.copyOf(all));
    }

    public Computer builtIn() {
        return builtIn;
    }

    /** The built-in node, then the agents by name. */
    public List<Computer> all() {
        return fleet.all;
    }

    public boolean hasAgents() {
        return fleet.all.size() > 1;
    }

    /** The agent of exactly that name, or the built-in node for the empty one. */
    public Optional<Computer> find(String name) {
        return name.isEmpty() ? Optional.of(builtIn) : Optional.ofNullable(fleet.agents.get(name));
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
        for (var computer : fleet.all) {
            if (computer.isOnline() && computer.executors().hasIdle()) {
                return true;
            }
        }
        return false;
    }

    /** Called by one thread at a time. */
    Computer add(Node node) {
        var computer = new Computer(node);
        put(computer);
        return computer;
    }

    private void put(Computer computer) {
        var more = new TreeMap<>(fleet.agents);
        more.put(computer.name(), computer);
        fleet = fleet(more);
    }

    /** Called by one thread at a time. */
    void replace(Computer computer, Node node) {
        var before = computer.name();
        computer.become(node);
        if (!before.equals(node.name())) {
            fleet = without(before);
            put(computer);
        }
    }

    /** Called by one thread at a time. */
    void remove(Computer agent) {
        fleet = without(agent.name());
        agent.leave();
    }

    private Fleet without(String name) {
        var left = new TreeMap<>(fleet.agents);
        left.remove(name);
        return fleet(left);
    }
}
