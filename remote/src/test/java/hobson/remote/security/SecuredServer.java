package hobson.remote.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.engine.build.BuildFolders;
import hobson.engine.build.Builds;
import hobson.engine.item.ItemRegistry;
import hobson.engine.secret.Vault;
import hobson.engine.settings.Settings;
import hobson.engine.user.ApiTokens;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Credentials;
import hobson.engine.user.NewAccount;
import hobson.engine.user.Permission;
import hobson.engine.user.TokenUses;
import hobson.engine.user.Users;
import hobson.export.Budget;
import hobson.export.Exporter;
import hobson.http.HttpServer;
import hobson.http.HttpSettings;
import hobson.http.Response;
import hobson.http.route.Router;
import hobson.http.session.SessionSettings;
import hobson.http.session.Sessions;
import hobson.remote.api.Api;
import hobson.remote.api.Readers;
import hobson.remote.page.Identification;
import hobson.remote.page.Pages;
import hobson.remote.page.RouterPages;
import hobson.remote.route.Places;
import hobson.remote.route.Targets;
import hobson.remote.user.UserRoutes;
import hobson.store.SqlStores;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

/**
 * A server with accounts and nothing else: {@code admin}, {@code alice} and {@code bob} may read, {@code eve} may not; the password is
 * the name and {@code pw}. {@code POST /change} changes something and answers {@code changed by NAME}.
 */
final class SecuredServer implements AutoCloseable {
    static final Authorization MATRIX = new Authorization.Matrix(
            Map.of(
                    "admin", Set.of(Permission.ADMINISTER),
                    "alice", Set.of(Permission.READ),
                    "bob", Set.of(Permission.READ)),
            Map.of());

    final SteppedClock clock = new SteppedClock();
    final Users users;
    final ApiTokens tokens;
    final Sessions sessions;
    private final SqlStores stores;
    private final HttpServer server;
    private int port;

    private SecuredServer(Path uploads, Authorization authorization, String prefix, Settings settings) {
        var random = new SecureRandom();
        var passwords = new QuickPasswords();
        var key = new SecretKeySpec(new byte[32], "AES");
        stores = SqlStores.inMemory(new Vault(key, random));
        users = new Users(stores.users(), passwords, authorization, clock, random);
        var uses = new TokenUses(stores.users(), clock);
        tokens = new ApiTokens(users, clock, random);
        sessions = new Sessions(SessionSettings.DEFAULT, clock, random);
        var rules = new Rules(authorization, settings, key, clock);
        var identification = Identification.of("0.1", random);
        var pages = new Pages(identification, Security.formCrumb(rules));
        var exporter = new Exporter(Budget.DEFAULT, System::nanoTime);
        var api = new Api(exporter, new Readers(Callers::of, authorization, settings), identification, pages);
        var accounts = new Accounts(users, tokens, uses, new Credentials(users, passwords, uses, clock, random, 2));
        var security = new Security(accounts, rules, pages, api);
        var places = new Places();
        places.root
                .post("change", request -> changed(Callers.of(request)))
                .post("cli", request -> changed(Callers.of(request)));
        places.root.index(
                request -> Response.text(200, "hello " + Callers.of(request).name()));
        security.addTo(places);
        new UserRoutes(accounts, authorization, api, pages).addTo(places);
        var jobs = new ItemRegistry(authorization);
        var builds = new Builds(stores.builds(), jobs, new BuildFolders(uploads));
        new NotOffered(authorization, new Targets(jobs, builds, Callers::of)).addTo(places);
        var handler = security.guard(new Router(places.root, new RouterPages(pages)), sessions);
        server = new HttpServer(HttpSettings.local(uploads).withContextPath(prefix), handler);
    }

    static SecuredServer started(Path uploads) throws IOException {
        return started(uploads, MATRIX, "");
    }

    static SecuredServer started(Path uploads, Authorization authorization, String prefix) throws IOException {
        return new SecuredServer(uploads, authorization, prefix, Settings.DEFAULT).start();
    }

    /** With other settings than the default. */
    static SecuredServer started(Path uploads, boolean crumbs, boolean signupAllowed) throws IOException {
        var usual = Settings.DEFAULT;
        var settings = new Settings(
                null,
                usual.executors(),
                "",
                false,
                5,
                null,
                crumbs,
                signupAllowed,
                usual.remembersLogins(),
                usual.uploadLimit(),
                usual.notices());
        return new SecuredServer(uploads, MATRIX, "", settings).start();
    }

    private SecuredServer start() throws IOException {
        for (var name : new String[] {"admin", "alice", "bob", "eve"}) {
            users.declare(new NewAccount(name, name + " full", null, name + "pw"));
        }
        port = server.start();
        return this;
    }

    Browser browser() {
        return new Browser("http://127.0.0.1:" + port);
    }

    /** Somebody who sends Basic credentials with every request. */
    Browser as(String name) {
        return browser().withBasic(name + ":" + name + "pw");
    }

    String tokenOf(String name) {
        return tokens.generate(new Caller(name, Caller.Proof.PASSWORD), name, "t")
                .value();
    }

    @Override
    public void close() {
        server.close();
        stores.close();
    }

    private static Response changed(Caller caller) {
        return Response.of(
                200, hobson.http.Body.text("changed by " + caller.name() + " with " + caller.proof(), UTF_8));
    }
}
