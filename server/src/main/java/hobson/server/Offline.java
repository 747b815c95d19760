package hobson.server;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import hobson.engine.plugin.UpdateSecrets;
import hobson.engine.run.Launcher;
import hobson.engine.secret.Vault;
import hobson.engine.time.Pace;
import hobson.parts.document.Limits;
import hobson.server.command.Command;
import hobson.server.command.Environment;
import hobson.server.command.ServeOptions;
import hobson.server.configuration.Configuration;
import hobson.server.configuration.ConfigurationFile;
import hobson.server.home.Home;
import hobson.server.jenkins.ImportReport;
import hobson.server.jenkins.ImportTarget;
import hobson.server.jenkins.JenkinsHome;
import hobson.server.jenkins.JenkinsImport;
import hobson.server.password.BcryptPasswords;
import hobson.store.SqlStores;
import hobson.store.StoreFailure;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** The commands that need the home for themselves: no server runs on it meanwhile. */
final class Offline {
    private static final int SEED = 16;

    private final Environment environment;
    private final PrintStream out;
    private final SecureRandom random = new SecureRandom();

    private Offline(Environment environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    static void run(Command command, Environment environment, PrintStream out) {
        Logs.configure();
        try {
            var offline = new Offline(environment, out);
            if (command instanceof Command.RotateKey rotate) {
                offline.rotateKey(rotate.options());
            } else if (command instanceof Command.Import take) {
                offline.take(take.options(), take.source());
            }
        } catch (StoreFailure | UncheckedIOException e) {
            throw new CannotStart(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new CannotStart("Not done: " + e.getMessage(), e);
        }
    }

    private void rotateKey(ServeOptions options) throws IOException {
        if (Files.notExists(options.home().resolve("server-id"))) {
            throw new CannotStart(
                    "There is no home of a server in " + options.home() + ", so it has no key to replace.");
        }
        try (var home = Home.open(options.home(), random)) {
            try (var stores = stores(options, home)) {
                var running = stores.builds().inProgress().size();
                if (running > 0) {
                    throw new CannotStart(
                            "Builds are running or were interrupted (" + running
                                    + "), and they keep secrets with the old key: start the server, let them end, and try again.");
                }
            }
            home.replaceKey(random);
        }
        try (var home = Home.open(options.home(), random);
                var stores = stores(options, home)) {
            var count = stores.reseal() + UpdateSecrets.reseal(home.folder().resolve("updates"), vault(home));
            home.forgetOldKey();
            out.println("Encrypted anew: " + count + " records. Remembered logins have ended.");
        }
    }

    private void take(ServeOptions options, Path source) throws IOException {
        var jenkins = JenkinsHome.open(source);
        try (var home = Home.open(options.home(), random);
                var stores = stores(options, home)) {
            var configuration = configuration(options);
            var foundation = new Foundation(
                    home,
                    configuration.settings(),
                    configuration.authorization(),
                    configuration.sources(),
                    new BcryptPasswords(random),
                    vault(home),
                    Pace.system(),
                    random,
                    Map.of(),
                    environment.version(),
                    new LogRing());
            var engine = new Engine(foundation, stores, Stage.asDefined(new NoBuilds()));
            engine.load();
            var progress = new Progress(out, isTerminal());
            var file = home.folder().resolve("import-report.txt");
            try (var writer = new PrintWriter(Files.newBufferedWriter(file, CREATE, APPEND))) {
                writer.println(
                        "Import of " + source + ", begun " + foundation.clock().instant());
                var report = new ImportReport(writer);
                var importing = new JenkinsImport(target(engine, stores, foundation), jenkins, report, progress::at);
                importing.run();
                var settings = importing.settings();
                progress.end();
                report.end();
                tell(home, file, report, settings);
            }
        }
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    private ImportTarget target(Engine engine, SqlStores stores, Foundation foundation) {
        return new ImportTarget(
                engine.registry,
                engine.items,
                engine.parts.documents(Limits.DEFAULT),
                engine.views,
                engine.viewEdits,
                engine.computers,
                engine.nodes,
                engine.users,
                engine.credentials,
                stores.builds(),
                stores.pastBuilds(),
                engine.builds.folders(),
                engine.builds.tests(),
                stores.fingerprints(),
                stores.lastChanges(),
                foundation.vault(),
                foundation.clock(),
                () -> {
                    var seed = new byte[SEED];
                    random.nextBytes(seed);
                    return HexFormat.of().formatHex(seed);
                });
    }

    private void tell(Home home, Path file, ImportReport report, Optional<String> settings) throws IOException {
        out.println(report.summary());
        out.println(
                report.notes() == 0
                        ? "Everything was understood."
                        : "What was not taken in, or not as it was, is in " + file + ": " + report.notes()
                                + " in all.");
        if (settings.isPresent()) {
            var yaml = home.folder().resolve("imported-settings.yaml");
            Files.writeString(yaml, settings.get());
            out.println("The settings and permissions are in " + yaml + ", for --config.");
        }
    }

    /** Nothing is built while things are moved in. */
    private static final class NoBuilds implements Launcher {
        @Override
        public RunningProcess launch(Order order) throws IOException {
            throw new IOException("no server runs");
        }

        @Override
        public void sweep(Map<String, String> cookies) {
            // nothing was started
        }
    }

    private Vault vault(Home home) {
        return new Vault(home.key(), home.oldKey(), random);
    }

    private SqlStores stores(ServeOptions options, Home home) {
        var address = options.store() == null ? configuration(options).store() : options.store();
        return StoreAddress.of(address, home.folder()).open(vault(home));
    }

    private Configuration configuration(ServeOptions options) {
        var file = options.config();
        return file == null ? Configuration.DEFAULT : ConfigurationFile.read(file, environment.variables());
    }
}
