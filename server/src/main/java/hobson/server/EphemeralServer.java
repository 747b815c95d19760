package hobson.server;

import hobson.http.Filter;
import hobson.http.HttpServer;
import hobson.http.HttpSettings;
import hobson.http.Limits;
import hobson.http.ListeningSocket;
import hobson.server.command.Environment;
import hobson.server.ephemeral.Controls;
import hobson.server.ephemeral.Door;
import hobson.server.ephemeral.Faults;
import hobson.server.ephemeral.RequestRecord;
import hobson.server.ephemeral.Scripts;
import hobson.server.ephemeral.Settling;
import hobson.server.ephemeral.Switch;
import hobson.server.ephemeral.VirtualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The server in this process, for a test: the real one, with a store in memory, a clock that the test winds, builds that the test
 * decides, faults, and a record of what clients have sent. Everything it keeps is gone when it is closed. Web pages of others are turned away at its {@link Door}.
 *
 * <p>An answer leaves when the server has come to rest: what a request has set off and needs no time is done by then. Used by many threads.
 */
public final class EphemeralServer implements Controls, AutoCloseable {
    private static final Duration STOP_TIME = Duration.ofSeconds(2);

    private final EphemeralSettings settings;
    private final Environment environment;
    private final TemporaryFolder folder;
    private final SecureRandom random = new SecureRandom();
    private final LogRing log = new LogRing();
    private final Ending ending = new Ending();
    private final VirtualTime time;
    private final Scripts scripts = new Scripts();
    private final Faults faults = new Faults();
    private final RequestRecord requests;
    private final Switch current = new Switch();
    private final HttpSettings httpSettings;
    private final HttpServer http;
    private final ListeningSocket socket;
    private final Thread attendant;
    private EphemeralLife life; // guarded by this
    private int lives; // guarded by this
    private boolean closed; // guarded by this

    private EphemeralServer(
            EphemeralSettings settings,
            Environment environment,
            List<Filter> outermost,
            TemporaryFolder folder,
            ListeningSocket socket) {
        this.settings = settings;
        this.environment = environment;
        this.folder = folder;
        this.socket = socket;
        time = new VirtualTime(settings.start(), settings.patience());
        requests = new RequestRecord(time);
        httpSettings = new HttpSettings(
                settings.address(),
                settings.port(),
                settings.prefix(),
                true,
                folder.path().resolve("incoming"),
                STOP_TIME,
                Limits.DEFAULT);
        var filters = new ArrayList<Filter>();
        filters.add(
                new Door(settings.address(), settings.configuration().settings().rootUrl()));
        filters.addAll(outermost);
        filters.addAll(List.of(requests, faults, new Settling(time)));
        http = new HttpServer(httpSettings, Filter.chain(current, filters.toArray(Filter[]::new)));
        life = begun();
        attendant = Thread.ofVirtual().name("ephemeral-server").unstarted(this::attend);
    }

    /** Starts one; it answers when this returns. Builds inherit no variables of this process but {@code PATH}. */
    public static EphemeralServer start(EphemeralSettings settings) {
        Logs.quieten();
        return start(settings, environment(), List.of());
    }

    /** @param outermost around everything that is done for a request */
    static EphemeralServer start(EphemeralSettings settings, Environment environment, List<Filter> outermost) {
        try {
            return start(settings, environment, outermost, TemporaryFolder.make());
        } catch (IOException e) {
            throw new UncheckedIOException("The server for tests cannot start: " + e.getMessage(), e);
        }
    }

    /** @param folder is the server's from now on; gone when it ends, and when it cannot start */
    static EphemeralServer start(
            EphemeralSettings settings, Environment environment, List<Filter> outermost, TemporaryFolder folder)
            throws IOException {
        @Nullable ListeningSocket socket = null;
        try {
            socket = ListeningSocket.open(settings.address(), settings.port());
            var server = new EphemeralServer(settings, environment, outermost, folder, socket);
            server.http.start(socket);
            server.attendant.start();
            return server;
        } catch (IOException | RuntimeException e) {
            if (socket != null) {
                socket.close();
            }
            folder.close();
            throw e;
        }
    }

    private EphemeralLife begun() {
        var beginning = new EphemeralLife(
                settings, environment, folder.path().resolve("home-" + ++lives), scripts, httpSettings, log, random);
        try {
            current.to(beginning.begin(time.pace(), ending.lifecycle(() -> false), true));
            time.settle();
            return beginning;
        } catch (RuntimeException e) {
            beginning.close();
            throw e;
        }
    }

    /** Hears what requests say of the end, until it comes. */
    private void attend() {
        try {
            while (ending.awaitRestart(this::isIdle)) {
                restart();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    private synchronized boolean isIdle() {
        return life.isIdle();
    }

    private synchronized void restart() {
        if (!closed) {
            current.off();
            life.end();
            current.to(life.begin(time.pace(), ending.lifecycle(() -> false), false));
        }
    }

    /**
     * Makes it as it was at the start: the same address, users, tokens and jobs, and nothing else. The clock shows what it showed then;
     * scripts, faults and the record are empty.
     */
    @Override
    public synchronized void reset() {
        if (closed) {
            throw new IllegalStateException("The server for tests has ended");
        }
        current.off();
        var past = life.home();
        life.close();
        TemporaryFolder.delete(past);
        time.reset();
        scripts.clear();
        faults.clear();
        requests.clear();
        life = begun();
    }

    /** Where it answers, with a slash at the end. */
    public URI url() {
        var host = settings.address().contains(":") ? "[" + settings.address() + "]" : settings.address();
        return URI.create("http://" + host + ":" + socket.port() + settings.prefix() + "/");
    }

    public EphemeralSettings settings() {
        return settings;
    }

    @Override
    public VirtualTime time() {
        return time;
    }

    @Override
    public Scripts scripts() {
        return scripts;
    }

    @Override
    public Faults faults() {
        return faults;
    }

    @Override
    public RequestRecord requests() {
        return requests;
    }

    /** Where it keeps what is no business of the database: logs, artifacts, workspaces. */
    public synchronized Path home() {
        return life.home();
    }

    /** For who hears from elsewhere that it shall end. */
    Ending ending() {
        return ending;
    }

    /** Returns when it has ended, by {@link #close} or because a request said so. */
    void awaitEnd() throws InterruptedException {
        attendant.join();
    }

    @Override
    public void close() {
        ending.exit();
        end();
    }

    /** Whoever comes second waits for the first. */
    private synchronized void end() {
        if (closed) {
            return;
        }
        closed = true;
        time.stop();
        http.close();
        socket.close();
        life.close();
        time.reset();
        folder.close();
    }

    private static Environment environment() {
        var path = System.getenv("PATH");
        var variables = path == null ? Map.<String, String>of() : Map.of("PATH", path);
        var version = EphemeralServer.class.getPackage().getImplementationVersion();
        return new Environment(
                variables, Path.of(System.getProperty("user.home")), version == null ? "development" : version);
    }
}
