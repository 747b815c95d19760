package hobson.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Callers that trigger jobs at the same time, kill the server while they do, and know what it acknowledged before. */
final class TriggerStorm {
    private static final int CALLERS = 8;

    private final List<String> jobs;
    private final Random random;
    private final AtomicInteger sent = new AtomicInteger();
    private final List<StormTrigger> keyed = new CopyOnWriteArrayList<>();
    private final Map<StormTrigger, Long> items = new ConcurrentHashMap<>();
    private volatile boolean killed;

    TriggerStorm(List<String> jobs, Random random) {
        this.jobs = jobs;
        this.random = random;
    }

    /** Sends new triggers, and old ones with their keys again; kills the server when it has acknowledged so many new ones. */
    void killAfter(int acknowledgements, ServerProcess server) throws Exception {
        killed = false;
        var left = new AtomicInteger(acknowledgements);
        storm(server, () -> Optional.of(random.nextInt(4) == 0 ? repeated() : fresh()), () -> {
            if (left.decrementAndGet() == 0) {
                killed = true;
                server.kill();
            }
        });
    }

    /** Sends every trigger that has a key once more. */
    void repeatAll(ServerProcess server) throws Exception {
        killed = false;
        Queue<StormTrigger> again = new ConcurrentLinkedQueue<>(keyed);
        storm(server, () -> Optional.ofNullable(again.poll()), () -> {});
    }

    private StormTrigger fresh() {
        var job = jobs.get(random.nextInt(jobs.size()));
        var id = "t" + sent.incrementAndGet();
        var trigger = new StormTrigger(job, id, random.nextBoolean(), random.nextInt(3) == 0);
        if (trigger.keyed()) {
            keyed.add(trigger);
        }
        return trigger;
    }

    private StormTrigger repeated() {
        return keyed.isEmpty() ? fresh() : keyed.get(random.nextInt(keyed.size()));
    }

    /** What happens when a trigger is acknowledged for the first time. */
    private interface Acknowledged {
        void happens() throws InterruptedException;
    }

    private void storm(ServerProcess server, Supplier<Optional<StormTrigger>> source, Acknowledged acknowledged)
            throws Exception {
        try (var session = CrumbSession.open(server);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var callers = new ArrayList<Future<?>>();
            for (int i = 0; i < CALLERS; i++) {
                callers.add(threads.submit(() -> {
                    call(session, source, acknowledged);
                    return null;
                }));
            }
            for (var caller : callers) {
                caller.get();
            }
        }
    }

    private void call(CrumbSession session, Supplier<Optional<StormTrigger>> source, Acknowledged acknowledged)
            throws IOException, InterruptedException {
        try {
            for (var next = source.get(); next.isPresent(); next = source.get()) {
                var trigger = next.get();
                var item = trigger.send(session);
                var before = items.putIfAbsent(trigger, item);
                if (before == null) {
                    acknowledged.happens();
                } else {
                    assertThat(item).as("queue item of %s, sent again", trigger).isEqualTo(before);
                }
            }
        } catch (IOException e) {
            if (!killed) {
                throw e;
            }
        }
    }

    /** The queue item of each trigger that was acknowledged. */
    Map<StormTrigger, Long> items() {
        return items;
    }

    /** How many triggers were sent, acknowledged or not. */
    int sent() {
        return sent.get();
    }
}
