package hobson.exec;

import hobson.engine.run.Launcher;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs commands on this host, in the way that the system allows; see {@link SpawningHost} for what holds when servers crash.
 *
 * <p>Nothing is set up before the first launch. {@link #prepare} takes that time (tens of milliseconds of generating code) out of
 * the first launch; a server calls it in the background once it answers.
 */
public final class LocalLauncher implements Launcher, AutoCloseable {
    /** Time between TERM and KILL for what a build left behind. */
    private static final Duration SWEEP_GRACE = Duration.ofSeconds(2);

    private final Opening opening;
    private final Sweeper sweeper;
    private final Lock setUp = new ReentrantLock();
    private volatile @Nullable Host host;
    private boolean closed; // guarded by setUp

    public LocalLauncher() {
        this(() -> SpawningHost.open().orElseGet(PortableHost::open));
    }

    LocalLauncher(Opening opening) {
        this.opening = opening;
        this.sweeper = new Sweeper(SWEEP_GRACE);
    }

    /** Sets up a host; called once. */
    @FunctionalInterface
    interface Opening {
        Host open() throws IOException;
    }

    /** Does nothing when it is closed already. */
    public void prepare() throws IOException {
        setUp.lock();
        try {
            if (!closed) host();
        } finally {
            setUp.unlock();
        }
    }

    @Override
    public RunningProcess launch(Order order) throws IOException {
        return host().launch(order);
    }

    private Host host() throws IOException {
        var ready = host;
        if (ready != null) return ready;
        setUp.lock();
        try {
            if (closed) throw new IOException("The server is ending: no command is started any more.");
            var made = host;
            if (made == null) host = made = opening.open();
            return made;
        } finally {
            setUp.unlock();
        }
    }

    @Override
    public void sweep(Map<String, String> cookies) {
        sweeper.sweep(Cookies.of(cookies));
    }

    /** Lets go of all processes: they run on, and nobody is told of their end. Not called while others launch; they may prepare. */
    @Override
    public void close() {
        setUp.lock();
        try {
            closed = true;
            var open = host;
            if (open != null) open.close();
        } finally {
            setUp.unlock();
        }
    }
}
