package hobson.engine.queue;

import hobson.engine.Unused;
import hobson.engine.build.BuildFolders;
import hobson.engine.build.BuildStore;
import hobson.engine.build.Builds;
import hobson.engine.item.Definitions;
import hobson.engine.item.ItemPath;
import hobson.engine.item.ItemStore;
import hobson.engine.item.Job;
import hobson.engine.item.JobGraph;
import hobson.engine.item.JobTraits;
import hobson.engine.item.KnownJobs;
import hobson.engine.item.Wiring;
import hobson.engine.node.Computers;
import hobson.engine.node.FormedNodes;
import hobson.engine.node.Node;
import hobson.engine.time.Pace;
import hobson.engine.user.Authorization;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A queue and what it looks at. The definition of every known job is unreadable; of an unknown one nothing is asked. */
final class House {
    final QueueOnPaper store = new QueueOnPaper();
    final List<QueueItem> cancelled = new ArrayList<>();
    final Computers computers;
    final Queue queue;

    House(InstantSource clock, int executors, Job... known) {
        this(clock, executors, unreadable(), known);
    }

    /** @param documents of jobs that may run anywhere, whatever they say */
    House(InstantSource clock, int executors, ItemStore documents, Job... known) {
        var everybody = new Authorization.Unsecured();
        var jobs = KnownJobs.of(known);
        var definitions = new Definitions(documents, FormedNodes.anywhere(), 1);
        var needs = new JobNeeds(jobs, definitions);
        var builds = new Builds(Unused.of(BuildStore.class), jobs, new BuildFolders(Path.of("unused")));
        computers = new Computers(Node.builtIn(executors, "", false));
        queue = new Queue(
                store,
                new Blockage(jobs, needs, new JobGraph(jobs), builds, clock),
                computers,
                new PlacementRule(needs, computers),
                everybody,
                Pace.of(clock),
                cancelled::add);
    }

    private static ItemStore unreadable() {
        return (ItemStore) Proxy.newProxyInstance(
                ItemStore.class.getClassLoader(), new Class<?>[] {ItemStore.class}, (_, method, _) -> {
                    throw new IllegalStateException("the disk is broken: " + method.getName());
                });
    }

    static Job job(long id) {
        return new Job(
                id,
                ItemPath.of("job" + id),
                1,
                new JobTraits("project", null, false, Wiring.NONE, false, null),
                false,
                false,
                null,
                1,
                null,
                null);
    }
}
