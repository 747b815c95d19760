package hobson.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.engine.item.Folder;
import hobson.engine.item.ItemPath;
import hobson.engine.secret.Vault;
import hobson.engine.settings.Lifecycle;
import hobson.engine.user.ApiTokens;
import hobson.engine.user.Caller;
import hobson.engine.user.NewAccount;
import hobson.exec.LocalLauncher;
import hobson.http.Handler;
import hobson.http.HttpSettings;
import hobson.parts.job.ItemKinds;
import hobson.remote.log.RecentLog;
import hobson.server.command.Environment;
import hobson.server.ephemeral.NoProcesses;
import hobson.server.ephemeral.ScriptedBuilds;
import hobson.server.ephemeral.ScriptedLauncher;
import hobson.server.ephemeral.Scripts;
import hobson.server.ephemeral.VirtualPace;
import hobson.server.home.Home;
import hobson.server.password.BcryptPasswords;
import hobson.store.SqlStores;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an ephemeral server knows and does from one reset to the next: a home, a store in memory, and the server on them, over its
 * restarts. Used by one thread at a time.
 */
final class EphemeralLife implements AutoCloseable {
    private final EphemeralSettings settings;
    private final Environment environment;
    private final Scripts scripts;
    private final HttpSettings http;
    private final RecentLog log;
    private final SecureRandom random;
    private final Home home;
    private final Vault vault;
    private final SqlStores stores;
    private final @Nullable LocalLauncher launcher;
    private @Nullable HobsonServer server;

    /** @param folder is made, and belongs to this life */
    EphemeralLife(
            EphemeralSettings settings,
            Environment environment,
            Path folder,
            Scripts scripts,
            HttpSettings http,
            RecentLog log,
            SecureRandom random) {
        this.settings = settings;
        this.environment = environment;
        this.scripts = scripts;
        this.http = http;
        this.log = log;
        this.random = random;
        this.home = Home.openForTests(folder, random);
        this.vault = new Vault(home.key(), random);
        this.stores = SqlStores.inMemory(vault);
        this.launcher = settings.realProcesses() ? new LocalLauncher() : null;
    }

    /**
     * Starts the server.
     *
     * @param first whether there is nothing in the store yet
     * @return what answers
     */
    Handler begin(VirtualPace pace, Lifecycle lifecycle, boolean first) {
        var processes = launcher == null ? new NoProcesses() : launcher;
        var stage =
                new Stage(new ScriptedLauncher(pace, processes), new ScriptedBuilds(scripts, settings.realProcesses()));
        var starting = new HobsonServer(foundation(pace), stores, stage, lifecycle, http, List.of());
        server = starting;
        starting.load();
        if (first) {
            furnish(starting.engine(), pace);
        }
        var handler = starting.resume();
        starting.begin();
        return handler;
    }

    private Foundation foundation(VirtualPace pace) {
        return new Foundation(
                home,
                settings.configuration().settings(),
                settings.configuration().authorization(),
                settings.configuration().sources(),
                BcryptPasswords.quick(random),
                vault,
                pace,
                random,
                environment.forBuilds(Set.of()),
                environment.version(),
                log);
    }

    private void furnish(Engine engine, VirtualPace pace) {
        Accounts.declare(engine.users, settings.configuration().accounts());
        var tokens = new ApiTokens(engine.users, pace.clock(), random);
        for (var user : settings.users()) {
            engine.users.declare(new NewAccount(user.id(), "", null, user.password()));
            var self = new Caller(user.id(), Caller.Proof.PASSWORD);
            var _ = tokens.addFixed(self, user.id(), "test", user.token());
        }
        for (var item : settings.items()) {
            var path = ItemPath.of(item.path());
            var folder = path.parent().map(parent -> folder(engine, parent)).orElse(null);
            var document = item.document();
            if (document == null) {
                engine.items.create(
                        Caller.SYSTEM, folder, path.name(), item.folder() ? ItemKinds.FOLDER : ItemKinds.FREESTYLE);
            } else {
                engine.items.create(Caller.SYSTEM, folder, path.name(), document.getBytes(UTF_8));
            }
        }
    }

    private static Folder folder(Engine engine, ItemPath path) {
        var known = engine.registry.item(path).orElse(null);
        if (known instanceof Folder folder) {
            return folder;
        }
        var parent = path.parent().map(above -> folder(engine, above)).orElse(null);
        return (Folder) engine.items.create(Caller.SYSTEM, parent, path.name(), ItemKinds.FOLDER);
    }

    /** Whether no build runs. */
    boolean isIdle() {
        return server == null || server.isIdle();
    }

    Path home() {
        return home.folder();
    }

    /** Ends the server; what is in the store stays. */
    void end() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    @Override
    public void close() {
        end();
        if (launcher != null) {
            launcher.close();
        }
        stores.close();
        home.close();
    }
}
