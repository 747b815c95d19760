package hobson.engine.node;

import hobson.engine.item.ItemFormat;
import hobson.engine.item.JobDefinition;
import hobson.engine.item.JobDefinition.Placement;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.OptionalInt;

/** Nodes and definitions that tests of other features need. */
public final class FormedNodes {
    private FormedNodes() {}

    /** An agent with one executor that is not connected. */
    public static Computer add(Computers computers, String name, String labels, boolean exclusive) {
        return computers.add(new Node(name, null, null, 1, exclusive, labels, null, null, List.of(), null));
    }

    public static void makeExclusive(Computer computer) {
        computer.become(Node.builtIn(1, "", true));
    }

    /** Reads whatever there is as a job that may run anywhere. */
    public static ItemFormat anywhere() {
        return (ItemFormat) Proxy.newProxyInstance(
                ItemFormat.class.getClassLoader(),
                new Class<?>[] {ItemFormat.class},
                (_, _, _) -> definition(new Placement.Anywhere(), OptionalInt.empty()));
    }

    /** A job that does nothing, there. */
    public static JobDefinition definition(Placement placement, OptionalInt quietPeriod) {
        return new JobDefinition(
                "project",
                null,
                null,
                false,
                false,
                false,
                quietPeriod,
                placement,
                null,
                null,
                false,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false);
    }
}
