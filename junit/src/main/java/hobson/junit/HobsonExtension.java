package hobson.junit;

import hobson.client.Hobson;
import hobson.server.EphemeralServer;
import hobson.server.ephemeral.Faults;
import hobson.server.ephemeral.RecordedRequest;
import hobson.server.ephemeral.Script;
import hobson.server.ephemeral.VirtualTime;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The real server, in memory, for the tests of one class.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final HobsonExtension hobson = HobsonExtension.create().user("alice").job("deploy", xml);
 *
 * @Test
 * void deploy_seventhBuildFails_isRolledBack() {
 *     hobson.script("deploy").build(7).log("Deploying").after(2, MINUTES).fails();
 *     …
 *     hobson.advance(2, MINUTES);
 * }
 * }</pre>
 *
 * <p>Unless told otherwise builds succeed at once and start no process, and there are no quiet periods. The clock stands still until the
 * test winds it. An answer leaves when the server has come to rest: what a request has set off and needs no time is done by then, so
 * tests neither wait nor poll.
 *
 * <p>Before each test everything is as it was made here, at the same address: the tests of one class run one after the other. Classes have
 * servers of their own and may run at the same time. In a static field the server lasts as long as the class, in another one as long
 * as the test. Tests may have a {@code HobsonExtension}, a {@link Hobson} or a {@link URI} as parameter.
 */
public final class HobsonExtension
        implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private final Furnishing furnishing = new Furnishing();
    private final Map<String, Hobson> clients = new ConcurrentHashMap<>();
    private @Nullable EphemeralServer server;
    private String owner = "";
    private boolean keepsState;
    private boolean fresh;

    /** As {@link #create}; for {@code @ExtendWith}. */
    public HobsonExtension() {}

    /** An empty server that is open to everybody; made when the tests begin. */
    public static HobsonExtension create() {
        return new HobsonExtension();
    }

    /** With an account that has a token; from the first one on a login is needed. It may do everything. */
    public HobsonExtension user(String id) {
        return made(() -> furnishing.user(id, List.of()));
    }

    /** With an account that may do these things alone, as {@code Overall/Read}, {@code Job/Build}. */
    public HobsonExtension user(String id, String... permissions) {
        return made(() -> furnishing.user(id, List.of(permissions)));
    }

    /**
     * With a job that does nothing.
     *
     * @param path as {@code team/deploy}; folders are made where they are missing
     */
    public HobsonExtension job(String path) {
        return made(() -> furnishing.item(path, false, null));
    }

    /**
     * With a job.
     *
     * @param xml its {@code config.xml}
     */
    public HobsonExtension job(String path, String xml) {
        return made(() -> furnishing.item(path, false, xml));
    }

    public HobsonExtension folder(String path) {
        return made(() -> furnishing.item(path, true, null));
    }

    /** With what a file says, in the YAML that {@code hobson serve --config} reads; its permissions hold instead of those of {@link #user}. */
    public HobsonExtension configuration(Path file) {
        return made(() -> furnishing.configuration(file));
    }

    /** The clock shows that at the beginning of each test, instead of the time at which the class begins. */
    public HobsonExtension startingAt(Instant time) {
        return made(() -> furnishing.startingAt(time));
    }

    /** Jobs without a script are run as their definitions say, with processes. What these do takes time of the machine. */
    public HobsonExtension realProcesses() {
        return made(furnishing::realProcesses);
    }

    /** A test finds what the one before has left. */
    public HobsonExtension keepingState() {
        return made(() -> keepsState = true);
    }

    private HobsonExtension made(Runnable change) {
        if (server != null) {
            throw new IllegalStateException("The server runs already: say what it is like where it is created");
        }
        change.run();
        return this;
    }

    /** Where it answers, with a slash at the end. */
    public URI url() {
        return running().url();
    }

    /** For the first user, or for anybody where there are no users. */
    public Hobson client() {
        var users = running().settings().users();
        return users.isEmpty()
                ? clients.computeIfAbsent("", _ -> Hobson.connect(url().toString()))
                : client(users.getFirst().id());
    }

    /** For that user. */
    public Hobson client(String user) {
        return clients.computeIfAbsent(
                user, _ -> Hobson.connect(url().toString()).token(user, token(user)));
    }

    /** The API token of that user: the same for all tests of the class. */
    public String token(String user) {
        return running().settings().users().stream()
                .filter(one -> one.id().equals(user))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no user '" + user + "': say user(\"" + user + "\") where the server is created"))
                .token();
    }

    /** Lets that time pass: all that falls into it happens in its order, and is over when this returns. */
    public void advance(long amount, ChronoUnit unit) {
        advance(Duration.of(amount, unit));
    }

    public void advance(Duration time) {
        running().time().advance(time);
    }

    /** What the server takes for the time; it may also be made to run by itself. */
    public VirtualTime clock() {
        return running().time();
    }

    /**
     * Decides what builds do and come to.
     *
     * @param job its full name, or a pattern: {@code *} is anything in one folder, {@code **} anything
     */
    public Script script(String job) {
        return running().scripts().of(job);
    }

    /** Decides what goes wrong. */
    public Faults faults() {
        return running().faults();
    }

    /** What clients have sent, in the order in which it came. */
    public List<RecordedRequest> requests() {
        return running().requests().all();
    }

    /** Those of that method ({@code *}: any) whose path fits: {@code *} is anything between two slashes, {@code **} anything. */
    public List<RecordedRequest> requests(String method, String path) {
        return running().requests().of(method, path);
    }

    /** Everything as at the beginning of a test. */
    public void reset() {
        running().reset();
    }

    private EphemeralServer running() {
        var there = server;
        if (there == null) {
            throw new IllegalStateException(
                    "The server runs while tests do: is the field annotated with @RegisterExtension?");
        }
        return there;
    }

    private void start(ExtensionContext context) {
        server = EphemeralServer.start(furnishing.settings());
        owner = context.getUniqueId();
        fresh = true;
    }

    private void stop(ExtensionContext context) {
        var there = server;
        if (there != null && owner.equals(context.getUniqueId())) {
            server = null;
            clients.clear();
            there.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (server == null) { // else it is that of the class around this one
            start(context);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (server == null) {
            start(context);
        } else if (!fresh && !keepsState) {
            server.reset();
        }
        fresh = false;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        stop(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == HobsonExtension.class || type == Hobson.class || type == URI.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        if (type == HobsonExtension.class) {
            return this;
        }
        return type == Hobson.class ? client() : url();
    }
}
