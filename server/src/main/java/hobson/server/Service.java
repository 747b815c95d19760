package hobson.server;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import hobson.engine.Refusal;
import hobson.engine.secret.Vault;
import hobson.engine.settings.Lifecycle;
import hobson.engine.time.Pace;
import hobson.exec.LocalLauncher;
import hobson.http.AccessLog;
import hobson.http.Filter;
import hobson.http.HttpSettings;
import hobson.http.Limits;
import hobson.http.ListeningSocket;
import hobson.remote.discovery.Announcement;
import hobson.remote.discovery.Discovery;
import hobson.remote.log.RecentLog;
import hobson.remote.page.Identification;
import hobson.server.command.Environment;
import hobson.server.command.ServeOptions;
import hobson.server.configuration.BadConfiguration;
import hobson.server.configuration.Configuration;
import hobson.server.configuration.ConfigurationFile;
import hobson.server.home.Home;
import hobson.server.password.BcryptPasswords;
import hobson.store.StoreFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code hobson serve}: from the options to the end, over restarts. Used by one thread. */
final class Service {
    private static final System.Logger log = System.getLogger(Service.class.getName());
    private static final Duration STOP_TIME = Duration.ofSeconds(10);

    private final ServeOptions options;
    private final Environment environment;
    private final Greeting greeting;
    private final Ending ending;
    private final RecentLog recentLog;
    private final SecureRandom random = new SecureRandom();

    /** Open from the first start to the end: who comes during a restart waits for it. */
    private @Nullable ListeningSocket socket;

    private final InstantSource clock = InstantSource.system();

    /** @param ending ends what {@link #run} began */
    Service(ServeOptions options, Environment environment, Greeting greeting, Ending ending, RecentLog recentLog) {
        this.options = options;
        this.environment = environment;
        this.greeting = greeting;
        this.ending = ending;
        this.recentLog = recentLog;
    }

    /** Serves until the end. Everything is closed when it returns or throws. */
    void run() {
        try {
            while (serve()) {
                greeting.restarts();
            }
        } finally {
            stopListening();
        }
        greeting.ends();
    }

    /** @return whether to start again */
    private boolean serve() {
        var configuration = configuration();
        var address = address();
        try (var home = Home.open(options.home(), random)) {
            var foundation = foundation(home, configuration);
            var store =
                    StoreAddress.of(options.store() == null ? configuration.store() : options.store(), home.folder());
            try (var stores = store.open(foundation.vault());
                    var launcher = new LocalLauncher();
                    var server = new HobsonServer(
                            foundation,
                            stores,
                            Stage.asDefined(launcher),
                            lifecycle(configuration),
                            http(home),
                            filters())) {
                server.load();
                Accounts.declare(server.users(), configuration.accounts());
                var configuredSsh = options.sshPort();
                listenForSsh(server, configuredSsh == null ? configuration.sshPort() : configuredSsh);
                int port = listen(server);
                server.begin();
                prepare(launcher);
                boolean again = attend(server, home, configuration, address, port);
                if (!again) {
                    stopListening(); // else who comes now would wait in vain
                }
                return again;
            }
        } catch (StoreFailure | UncheckedIOException e) {
            throw new CannotStart(String.valueOf(e.getMessage()), e);
        }
    }

    /** Before the first build needs it, and after the first answer did not have to wait for it. */
    private static void prepare(LocalLauncher launcher) {
        Thread.ofVirtual().name("prepare-launcher").start(() -> {
            try {
                launcher.prepare();
            } catch (IOException e) {
                log.log(WARNING, "Builds cannot be started on this machine: {0}", e.getMessage());
            }
        });
    }

    private boolean attend(HobsonServer server, Home home, Configuration configuration, InetAddress address, int port) {
        var url = url(address, port);
        try (var discovery = discovery(home, configuration, address, url)) {
            greeting.started(environment.version(), url, home.folder());
            if (!configuration.authorization().secured()) {
                greeting.unsecured(url);
            }
            if (configuration.authorization().secured() && server.users().all().isEmpty()) {
                var password = Accounts.makeAdministrator(server.users(), random);
                greeting.firstStart(url, password, home.keepInitialPassword(password));
            }
            if (options.discovery()) {
                discovery.start();
            }
            return ending.awaitRestart(server::isIdle);
        } catch (IOException e) {
            throw new CannotStart("The password of the administrator cannot be kept: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            return false;
        }
    }

    private Configuration configuration() {
        var file = options.config();
        var configured = file == null ? Configuration.DEFAULT : ConfigurationFile.read(file, environment.variables());
        return options.open() ? configured.open() : configured;
    }

    private Lifecycle lifecycle(Configuration now) {
        return ending.lifecycle(() -> {
            try {
                return !configuration().equals(now);
            } catch (BadConfiguration e) {
                throw Refusal.badInput(String.valueOf(e.getMessage()));
            }
        });
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(options.address());
        } catch (UnknownHostException e) {
            throw new CannotStart("Cannot listen on '" + options.address() + "': there is no such address", e);
        }
    }

    private Foundation foundation(Home home, Configuration configuration) {
        return new Foundation(
                home,
                configuration.settings(),
                configuration.authorization(),
                configuration.sources(),
                new BcryptPasswords(random),
                new Vault(home.key(), home.oldKey(), random),
                Pace.of(clock),
                random,
                environment.forBuilds(configuration.variables()),
                environment.version(),
                recentLog);
    }

    private List<Filter> filters() {
        return options.accessLog() ? List.of(new AccessLog(clock)) : List.of();
    }

    private HttpSettings http(Home home) {
        return new HttpSettings(
                options.address(),
                options.port(),
                options.prefix(),
                true,
                home.folder().resolve("incoming"),
                STOP_TIME,
                Limits.DEFAULT);
    }

    private int listen(HobsonServer server) {
        try {
            var opened = socket;
            if (opened == null) {
                socket = opened = ListeningSocket.open(options.address(), options.port());
            }
            server.listen(opened);
            return opened.port();
        } catch (IOException e) {
            throw new CannotStart(e.getMessage() + "; --http-port and --http-address choose another", e);
        }
    }

    /** First, so that no page is shown that does not tell where. */
    private void listenForSsh(HobsonServer server, int port) {
        if (port < 0) {
            return;
        }
        try {
            int listening = server.listenForSsh(options.address(), port);
            log.log(INFO, "Commands are taken by SSH on port {0,number,#}", listening);
        } catch (IOException e) {
            throw new CannotStart(
                    "Cannot listen for SSH on port " + port + " of " + options.address() + ": " + e.getMessage()
                            + "; --ssh-port chooses another",
                    e);
        }
    }

    private void stopListening() {
        if (socket != null) {
            socket.close();
        }
    }

    private String url(InetAddress address, int port) {
        var host = address.isAnyLocalAddress() ? "localhost" : options.address();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + options.prefix() + "/";
    }

    private Discovery discovery(Home home, Configuration configuration, InetAddress address, String url) {
        var configured = configuration.settings().rootUrl();
        var root = configured == null && !address.isAnyLocalAddress() ? url : configured;
        return new Discovery(
                new Announcement(Identification.JENKINS, root, home.serverId()), address, Discovery.UDP_PORT, clock);
    }
}
