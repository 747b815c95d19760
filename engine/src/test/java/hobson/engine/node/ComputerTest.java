package hobson.engine.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ComputerTest {
    private final Computers computers = new Computers(Node.builtIn(2, "", false));
    private final Computer agent = FormedNodes.add(computers, "a", "", true);
    private final AtomicReference<Boolean> came = new AtomicReference<>();

    private Thread waiting(boolean online) {
        var thread = Thread.ofPlatform().start(() -> {
            try {
                came.set(agent.await(online));
            } catch (InterruptedException e) {
                came.set(null);
            }
        });
        while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return thread;
    }

    @Test
    void await_becomesOnline_saysSo() throws Exception {
        var waiter = waiting(true);

        agent.connected();

        waiter.join();
        assertThat(came.get()).isTrue();
    }

    @Test
    void await_takenOutOfService_isOffline() throws Exception {
        agent.connected();
        var waiter = waiting(false);

        agent.become(agent.node().marked(new OfflineMark(1, "ann", null, true)));

        waiter.join();
        assertThat(came.get()).isTrue();
    }

    @Test
    void await_deletedMeanwhile_saysThatItDidNotCome() throws Exception {
        var waiter = waiting(true);

        computers.remove(agent);

        waiter.join();
        assertThat(came.get()).isFalse();
    }

    @Test
    void await_renamed_goesOn() throws Exception {
        var waiter = waiting(true);

        computers.replace(agent, agent.node().named("b"));
        agent.connected();

        waiter.join();
        assertThat(came.get()).isTrue();
    }
}
