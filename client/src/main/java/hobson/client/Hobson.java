package hobson.client;

import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;

/**
 * A server, Hobson or Jenkins: where everything begins.
 *
 * <pre>{@code
 * var hobson = Hobson.connect("https://ci.example.com/").token("alice", "11aa…");
 * var result = hobson.job("team/app").trigger(Parameters.of("BRANCH", "main")).awaitResult();
 * }</pre>
 *
 * <p>Immutable and thread-safe; make one and share it. What sets something returns a copy. Nothing is sent before something is asked for. Everything
 * waits in the thread that calls it, may be interrupted, and is made for virtual threads; what is worth waiting for elsewhere has a method {@code
 * …Async}. Everything throws {@link HobsonException}.
 */
public final class Hobson {
    private final Settings settings;
    private final Connection connection;

    private Hobson(Settings settings) {
        this.settings = settings;
        this.connection = new Connection(settings);
    }

    /**
     * The server at that address, for somebody who has not said who they are.
     *
     * @param url where its first page is, with the context path if it has one; a login may be in it: {@code https://alice:token@host/}
     * @throws IllegalArgumentException when that is no address of HTTP
     */
    public static Hobson connect(String url) {
        return Endpoint.of(url).applyTo(address -> new Hobson(Settings.of(address)));
    }

    /**
     * The server and the login that properties or the environment name. Of these families the first that names an address decides, and its login
     * alone is sent there; a system property counts more than the variable of the environment:
     *
     * <ul>
     *   <li>{@code hobson.url}, {@code hobson.user}, {@code hobson.token}; {@code HOBSON_URL}, {@code HOBSON_USER}, {@code HOBSON_TOKEN}
     *   <li>as jenkins-rest has them, {@code jenkins.rest.endpoint}, {@code jenkins.rest.credentials}, {@code jenkins.rest.token}; {@code
     *       JENKINS_REST_ENDPOINT} and so on: {@code user:secret}, as it is or in Base64
     *   <li>as {@code jenkins-cli.jar} has them, {@code JENKINS_URL}, {@code JENKINS_USER_ID}, {@code JENKINS_API_TOKEN}
     * </ul>
     *
     * @throws IllegalArgumentException when none does, or the address is none of HTTP
     */
    public static Hobson fromEnvironment() {
        return new Environment(System::getProperty, System::getenv).connect();
    }

    private Hobson with(Settings settings) {
        return new Hobson(settings);
    }

    /** For this user, with an API token: no crumbs, no session. */
    public Hobson token(String user, String token) {
        return with(settings.withLogin(new Settings.Login(user, token, true)));
    }

    /** For this user, with a password: changes need a crumb and a session, which are fetched when they are needed. */
    public Hobson password(String user, String password) {
        return with(settings.withLogin(new Settings.Login(user, password, false)));
    }

    /**
     * How long an answer may let wait for its beginning and for each of its pieces; 60 seconds unless said otherwise. Large uploads may take as long as
     * they want while they move.
     */
    public Hobson timeout(Duration timeout) {
        return with(settings.withTimeout(timeout));
    }

    /** How often a request is sent again that fails and may be sent again; 3 unless said otherwise. */
    public Hobson retries(int retries) {
        return with(settings.withRetries(retries));
    }

    /**
     * By way of this proxy, {@code http://user:password@host:port}; otherwise by that of the JVM's system properties.
     *
     * <p>For a server of https the JDK gives no proxy a password unless the JVM is started with {@code
     * -Djdk.http.auth.tunneling.disabledSchemes=} (empty), since the password goes to the proxy in the clear. Without, a proxy that wants a login is
     * {@link HobsonException.Unauthorized}.
     */
    public Hobson proxy(URI proxy) {
        int port = proxy.getPort() < 0 ? 80 : proxy.getPort();
        var selector = ProxySelector.of(InetSocketAddress.createUnresolved(proxy.getHost(), port));
        var login = proxy.getUserInfo();
        return with(settings.withProxy(selector, login == null ? null : new ProxyLogin(login)));
    }

    /** By way of the proxies that are chosen so. */
    public Hobson proxy(ProxySelector proxy) {
        return with(settings.withProxy(proxy, null));
    }

    /** Trusts whom this trusts, for servers whose certificate is signed by an authority of one's own; see {@link Trust}. */
    public Hobson trust(SSLContext trust) {
        return with(settings.withTrust(trust));
    }

    /** Tells how uploads and downloads come along. */
    public Hobson on(Progress progress) {
        return with(settings.withProgress(progress));
    }

    /** Runs what {@code …Async} asks; threads of its own unless said otherwise. An executor of virtual threads is a good one. */
    public Hobson executor(Executor executor) {
        return with(settings.withExecutor(executor));
    }

    /** The address of the server, with a slash at its end. */
    public URI url() {
        return settings.url();
    }

    /** The jobs and folders at the top of the server. */
    public Jobs jobs() {
        return new Jobs(connection, ItemPath.ROOT);
    }

    /** A job, {@code "team/app"}, whether it exists or not. */
    public Job job(String fullName) {
        return job(ItemPath.of(fullName));
    }

    /** A job, whether it exists or not. */
    public Job job(ItemPath path) {
        return new Job(connection, path);
    }

    /** A folder, {@code "team"}, whether it exists or not. */
    public Folder folder(String fullName) {
        return folder(ItemPath.of(fullName));
    }

    /** A folder, whether it exists or not. */
    public Folder folder(ItemPath path) {
        return new Folder(connection, path);
    }

    /** The server as a whole. */
    public Server server() {
        return new Server(connection);
    }

    /** What waits to be built. */
    public Queue queue() {
        return new Queue(root());
    }

    /** The machines on which builds run. */
    public Nodes nodes() {
        return new Nodes(root());
    }

    /** A node, whether it exists or not. */
    public Node node(String name) {
        return nodes().node(name);
    }

    /** The views of the server. */
    public Views views() {
        return new Views(root());
    }

    /** The views of a folder. */
    public Views views(ItemPath folder) {
        return new Views(root().child(folder.address()));
    }

    /** A view of the server, whether it exists or not. */
    public View view(String name) {
        return views().view(name);
    }

    /** Who may use the server. */
    public Users users() {
        return new Users(root());
    }

    /** An account, whether it exists or not. */
    public User user(String id) {
        return users().user(id);
    }

    /** The tokens of the caller. */
    public Tokens tokens() {
        return users().me().tokens();
    }

    /** What is installed in the server. */
    public Plugins plugins() {
        return new Plugins(root());
    }

    /** The secrets that the server keeps. */
    public CredentialStore credentials() {
        return new CredentialStore(root().child("credentials/store/system/"));
    }

    /** The secrets that a folder keeps. */
    public CredentialStore credentials(ItemPath folder) {
        return folder.parent().isEmpty()
                ? credentials()
                : new CredentialStore(root().child(folder.address() + "credentials/store/folder/"));
    }

    /**
     * Where a file came from; nothing when the server has never seen one with that content.
     *
     * @param md5 of its content, 32 hexadecimal digits
     */
    public Optional<Fingerprint> fingerprint(String md5) {
        return root().child("fingerprint/" + ItemPath.encoded(md5) + "/")
                .find(Fingerprint.TREE)
                .map(Fingerprint::of);
    }

    /** The promotions of a job, where the plug-in for them is. */
    public Promotions promotions(ItemPath job) {
        return new Promotions(root().child(job.address()));
    }

    /** What only one build may have at a time, where the plug-in for it is. */
    public LockableResources lockableResources() {
        return new LockableResources(root());
    }

    /** A command of {@code jenkins-cli.jar}, {@code hobson.command("who-am-i").run()}. */
    public Command command(String... words) {
        return new Command(connection, List.of(words));
    }

    private Resource root() {
        return new Resource(connection, "");
    }

    /** Any address of the server. */
    public Raw raw() {
        return new Raw(connection);
    }

    /** Who is speaking to whom, without the secret. */
    String describe() {
        var login = settings.login();
        var who = login == null ? "nobody" : login.user() + " with a " + (login.token() ? "token" : "password");
        return settings.url() + " as " + who;
    }

    /**
     * Ends the connections that are kept for the next request, which opens new ones. Nobody needs to call it; a program that is to end at
     * once does, since the JVM waits a third of a second for the thread that listens to them.
     */
    public void disconnect() {
        try {
            connection.close();
        } catch (Exception e) {
            // they are as good as closed
        }
    }

    /** The login is not in it. */
    @Override
    public String toString() {
        return settings.url().toString();
    }

    /** Says who somebody is to a proxy, and to nobody else. */
    private static final class ProxyLogin extends Authenticator {
        private final String[] login;

        ProxyLogin(String login) {
            this.login = login.split(":", 2);
        }

        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
            if (getRequestorType() != RequestorType.PROXY) {
                return super.getPasswordAuthentication();
            }
            return new PasswordAuthentication(login[0], (login.length > 1 ? login[1] : "").toCharArray());
        }
    }
}
