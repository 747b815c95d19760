package hobson.client;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/** The server as a whole: what it is, how busy it is, and stopping and starting it. A handle: nothing is asked before a method is. */
public final class Server {
    private final Connection connection;
    private final Resource resource;

    Server(Connection connection) {
        this.connection = connection;
        this.resource = new Resource(connection, "");
    }

    /** Which server this is; needs no permission. */
    public Version version() {
        var login = connection.send(new Call("HEAD", "login", Map.of(), Content.NONE, null));
        return new Version(
                login.header("X-Jenkins"),
                login.header("X-Hobson"),
                login.header("X-Jenkins-Session"),
                login.header("X-Instance-Identity"),
                login.header("X-SSH-Endpoint"),
                login.header("Server"),
                login.header("Date").flatMap(Server::time));
    }

    private static Optional<Instant> time(String date) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public ServerInfo info() {
        return ServerInfo.of(resource.tree(ServerInfo.TREE));
    }

    /** Whom the server takes the caller for; needs no permission. */
    public WhoAmI whoAmI() {
        return WhoAmI.of(resource.child("whoAmI/").tree("*"));
    }

    /** Of all executors and the whole queue. */
    public LoadStatistics loadStatistics() {
        return LoadStatistics.of(resource.child("overallLoad/").tree(LoadStatistics.TREE));
    }

    /** Of what needs no label. */
    public LoadStatistics unlabeledLoad() {
        return LoadStatistics.of(resource.child("unlabeledLoad/").tree(LoadStatistics.TREE));
    }

    /** A crumb for requests that others send; empty where none is wanted. Good with the session of this client alone. */
    public Optional<Crumb> crumb() {
        return resource.child("crumbIssuer/")
                .find("crumb,crumbRequestField")
                .map(crumb -> new Crumb(crumb.text("crumbRequestField"), crumb.text("crumb")));
    }

    /** Starts no more builds. What runs goes on. */
    public void quietDown() {
        resource.post("quietDown");
    }

    /** The same, and says why. */
    public void quietDown(String reason) {
        resource.post("quietDown", Map.of("message", reason));
    }

    /** Starts builds again. */
    public void cancelQuietDown() {
        resource.post("cancelQuietDown");
    }

    /** Restarts the server at once; a Jenkins ends its running builds by that, a Hobson does not. */
    public Restart restart() {
        return restart("restart");
    }

    /**
     * Restarts the server so that no build is lost: a Jenkins starts no more builds and waits until none runs, which may take long; a Hobson restarts
     * at once, since its builds go on.
     */
    public Restart safeRestart() {
        return restart("safeRestart");
    }

    private Restart restart(String how) {
        var before = version().session();
        resource.post(how);
        return new Restart(this, before);
    }

    /** Stops the server at once. */
    public void exit() {
        resource.post("exit");
    }

    /** Stops the server when nothing runs any more. */
    public void safeExit() {
        resource.post("safeExit");
    }

    /** Reads the configuration again. A Jenkins answers nothing else meanwhile: {@link #awaitReady}. */
    public void reload() {
        resource.post("reload");
    }

    /** Whether it answers and has finished to start. */
    public boolean isReady() {
        return Readiness.ask(connection);
    }

    /**
     * Waits until it answers and has finished to start: whoever refuses connections, says 502 to 504 in front of it, or says that it is
     * getting ready, is waited for.
     *
     * @throws HobsonException.TimedOut when it takes longer
     */
    public void awaitReady(Duration timeout) {
        Readiness.await(connection, timeout, () -> true);
    }

    /** Waits until it is ready and in another session. */
    void awaitSessionAfter(Optional<String> before, Duration timeout) {
        Readiness.await(connection, timeout, () -> !version().session().equals(before));
    }

    /**
     * Runs a Groovy script in the server and returns what it printed. Only Jenkins can; a Hobson answers the few that clients send to
     * install plugins, and refuses all others.
     */
    public String script(String groovy) {
        return resource.post("scriptText", Map.of("script", groovy)).text();
    }

    /** The configuration as code, where the plug-in is. */
    public ConfigurationAsCode configurationAsCode() {
        return new ConfigurationAsCode(resource);
    }
}
