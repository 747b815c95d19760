package hobson.server;

import hobson.engine.secret.Vault;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.exec.LocalLauncher;
import hobson.http.HttpSettings;
import hobson.server.command.Environment;
import hobson.server.command.ServeOptions;
import hobson.server.configuration.Account;
import hobson.server.configuration.Configuration;
import hobson.server.configuration.ConfigurationFile;
import hobson.server.home.Home;
import hobson.server.password.BcryptPasswords;
import hobson.store.SqlStores;
import hobson.store.SqliteLibrary;
import hobson.store.StoreFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/** The server as a process: from the options to the end, as many times as somebody asks for a restart. */
final class Service {
    private final ServeOptions options;
    private final Environment environment;
    private final PrintStream out;
    private final SecureRandom random = new SecureRandom();

    Service(ServeOptions options, Environment environment, PrintStream out) {
        this.options = options;
        this.environment = environment;
        this.out = out;
    }

    /**
     * Returns when the server was asked to end.
     *
     * @throws CannotStart when it could not begin; nothing was damaged
     */
    void run() {
        var file = options.config();
        var configuration =
                file == null ? Configuration.DEFAULT : ConfigurationFile.read(file, environment.variables());
        try (var home = Home.open(options.home(), random)) {
            SqliteLibrary.provide(home.folder().resolve("native"));
            var end = new End();
            var hook = end.onSignal();
            while (serve(home, configuration, end) == End.Wish.RESTART) {
                end.again();
            }
            hook.run();
        } catch (StoreFailure | UncheckedIOException | IOException e) {
            throw new CannotStart(String.valueOf(e.getMessage()), e);
        }
    }

    private End.Wish serve(Home home, Configuration configuration, End end) throws IOException {
        var vault = new Vault(home.key(), random);
        var foundation = new Foundation(
                home,
                configuration.settings(),
                options.open() ? new Authorization.Unsecured() : configuration.authorization(),
                new BcryptPasswords(random),
                vault,
                Clock.systemUTC(),
                random,
                environment.variables(),
                environment.version());
        try (var stores = open(home, configuration, vault);
                var launcher = new LocalLauncher();
                var server = new HobsonServer(foundation, stores, launcher, end, http(home))) {
            server.load();
            declare(server.engine(), configuration.accounts());
            var welcome = new Welcome(out, options, foundation);
            welcome.firstStart(server.engine().users);
            welcome.listening(server.start());
            launcher.prepare();
            return end.await(server.engine().builds);
        }
    }

    private SqlStores open(Home home, Configuration configuration, Vault vault) {
        var store = options.store() == null ? configuration.store() : options.store();
        if (store == null) {
            return SqlStores.openSqlite(home.folder().resolve("hobson.db"), vault);
        }
        var variables = environment.variables();
        return SqlStores.openPostgres(
                store, variables.getOrDefault("PGUSER", "hobson"), variables.getOrDefault("PGPASSWORD", ""), vault);
    }

    private HttpSettings http(Home home) {
        return HttpSettings.local(home.folder().resolve("incoming"))
                .withAddress(options.address(), options.port())
                .withContextPath(options.prefix());
    }

    private static void declare(Engine engine, List<Account> accounts) {
        for (var account : accounts) {
            var user = engine.users.declare(account.account());
            if (account.description() != null && !account.description().equals(user.description())) {
                engine.users.describe(Caller.SYSTEM, user.id(), account.description());
            }
        }
    }
}
