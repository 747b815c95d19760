package hobson.server;

import hobson.engine.secret.Vault;
import hobson.server.command.Command;
import hobson.server.command.Environment;
import hobson.server.command.ServeOptions;
import hobson.server.configuration.Configuration;
import hobson.server.configuration.ConfigurationFile;
import hobson.server.home.Home;
import hobson.store.SqlStores;
import hobson.store.StoreFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;

/** The commands that need the home for themselves: no server runs on it meanwhile. */
final class Offline {
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
            }
        } catch (StoreFailure | UncheckedIOException e) {
            throw new CannotStart(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new CannotStart("The home cannot be used: " + e.getMessage(), e);
        }
    }

    private void rotateKey(ServeOptions options) throws IOException {
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
            var count = stores.reseal();
            home.forgetOldKey();
            out.println("Encrypted anew: " + count + " records. Remembered logins have ended.");
        }
    }

    private SqlStores stores(ServeOptions options, Home home) {
        var address = options.store() == null ? configuration(options).store() : options.store();
        return StoreAddress.of(address, home.folder()).open(new Vault(home.key(), home.oldKey(), random));
    }

    private Configuration configuration(ServeOptions options) {
        var file = options.config();
        return file == null ? Configuration.DEFAULT : ConfigurationFile.read(file, environment.variables());
    }
}
