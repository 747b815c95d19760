package hobson.engine.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.item.Definitions;
import hobson.engine.item.ItemFormat;
import hobson.engine.item.ItemStore;
import hobson.engine.item.Job;
import hobson.engine.item.JobDefinition;
import hobson.engine.item.JobDefinition.Placement;
import hobson.engine.item.KnownJobs;
import hobson.engine.node.Computer;
import hobson.engine.node.Computers;
import hobson.engine.node.FormedNodes;
import hobson.engine.node.Node;
import hobson.engine.queue.Why.NodeRefusal;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said of items that wait for nodes, and where they go ({@code queue-and-scheduling.md §5, §7}). */
class PlacementRuleTest {
    private final Computers computers = new Computers(Node.builtIn(1, "", false));
    private Placement placement = new Placement.Anywhere();
    private final JobNeeds needs = new JobNeeds(KnownJobs.of(jobs()), definitions());
    private final PlacementRule rule = new PlacementRule(needs, computers);

    private static Job[] jobs() {
        return LongStream.rangeClosed(1, 100).mapToObj(House::job).toArray(Job[]::new);
    }

    private Definitions definitions() {
        var store = answering(ItemStore.class, new byte[0]);
        var format = (ItemFormat) Proxy.newProxyInstance(
                ItemFormat.class.getClassLoader(), new Class<?>[] {ItemFormat.class}, (_, _, _) -> definition());
        return new Definitions(store, format, 1_000);
    }

    private static <T> T answering(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, _, _) -> answer));
    }

    private JobDefinition definition() {
        return FormedNodes.definition(placement, OptionalInt.empty());
    }

    private static QueueItem item(long job) {
        return new QueueItem(1, job, 0, 0, List.of(), null);
    }

    private Computer agent(String name, String labels) {
        return FormedNodes.add(computers, name, labels, false);
    }

    private @Nullable Computer choose(QueueItem item, List<Computer> idle) {
        return rule.choose(item, needs.of(item), idle);
    }

    private Why why() {
        return rule.reason(item(1));
    }

    private void occupy(Computer computer) {
        while (computer.take() != null) {
            // the next one
        }
    }

    @Test
    void reason_noAgents_ignoresTheLabel() {
        placement = new Placement.Labelled("linux");
        assertThat(why()).isEqualTo(new Why.Refused(List.of(new NodeRefusal.LabelMissing("", "linux"))));
        assertThat(rule.isOffline(item(1))).isTrue();

        occupy(computers.builtIn());
        assertThat(why()).isEqualTo(new Why.NoIdleExecutor());
    }

    @Test
    void reason_labelThatNobodyHas_saysSo() {
        placement = new Placement.Labelled("solaris");
        agent("a", "linux");

        assertThat(why()).isEqualTo(new Why.LabelUnknown("solaris"));
    }

    @Test
    void reason_labelOfOfflineAgents_namesTheOneOrTheLabel() {
        placement = new Placement.Labelled("linux");
        agent("a", "linux");
        assertThat(why()).isEqualTo(new Why.NodeOffline("a"));

        agent("b", "linux");
        assertThat(why()).isEqualTo(new Why.LabelOffline("linux"));
        assertThat(choose(item(1), computers.idle())).isNull();
    }

    @Test
    void reason_labelOfBusyAgents_namesTheOneOrTheLabel() {
        placement = new Placement.Labelled("linux");
        var a = agent("a", "linux");
        a.connected();
        occupy(a);
        assertThat(why()).isEqualTo(new Why.NodeBusy("a"));

        agent("b", "linux");
        assertThat(why()).isEqualTo(new Why.LabelBusy("linux"));
        assertThat(rule.isOffline(item(1))).isFalse();
    }

    @Test
    void reason_builtInOnly_isSaidOfItOnceThereAreAgents() {
        placement = new Placement.BuiltIn();
        occupy(computers.builtIn());
        assertThat(why()).isEqualTo(new Why.NoIdleExecutor());

        agent("a", "");
        assertThat(why()).isEqualTo(new Why.NodeBusy(""));
    }

    @Test
    void reason_everybodyRefuses_isSaidOfEach() {
        FormedNodes.makeExclusive(computers.builtIn());
        agent("a", "linux");
        FormedNodes.add(computers, "b", "", true).connected();

        assertThat(why())
                .isEqualTo(new Why.Refused(List.of(
                        new NodeRefusal.Reserved(""), new NodeRefusal.Offline("a"), new NodeRefusal.Reserved("b"))));
    }

    @Test
    void choose_severalNodes_sameJobGoesToTheSameAndAllAreUsed() {
        for (var name : List.of("a", "b", "c")) {
            agent(name, "").connected();
        }

        var idle = computers.idle();
        Set<String> used = LongStream.rangeClosed(1, 100)
                .mapToObj(job -> {
                    var chosen = choose(item(job), idle);
                    assertThat(choose(item(job), idle.reversed())).isSameAs(chosen);
                    return chosen == null ? "?" : chosen.name();
                })
                .collect(Collectors.toSet());
        assertThat(used).containsExactlyInAnyOrder("", "a", "b", "c");
    }

    @Test
    void choose_nodeThatLeaves_movesItsJobsOnly() {
        var leaving = agent("a", "");
        leaving.connected();
        agent("b", "").connected();
        var before = computers.idle();
        var after = before.stream().filter(computer -> computer != leaving).toList();

        for (long job = 1; job <= 100; job++) {
            var chosen = choose(item(job), before);
            if (chosen != leaving) {
                assertThat(choose(item(job), after)).isSameAs(chosen);
            }
        }
    }

    @Test
    void choose_labelled_isOneThatHasIt() {
        placement = new Placement.Labelled("linux && !slow");
        agent("slow", "linux slow").connected();
        var fast = agent("fast", "linux");
        fast.connected();

        for (long job = 1; job <= 20; job++) {
            assertThat(choose(item(job), computers.idle())).isSameAs(fast);
        }
    }
}
