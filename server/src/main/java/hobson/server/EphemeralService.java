package hobson.server;

import hobson.engine.settings.Settings;
import hobson.http.AccessLog;
import hobson.http.Filter;
import hobson.server.command.Environment;
import hobson.server.command.ServeOptions;
import hobson.server.configuration.Configuration;
import hobson.server.configuration.ConfigurationFile;
import hobson.server.ephemeral.Control;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** {@code hobson serve --ephemeral}: a server for tests in any language. Used by one thread. */
final class EphemeralService {
    private static final String USER = "admin";
    private static final int TOKEN_BYTES = 16;

    private final ServeOptions options;
    private final Environment environment;
    private final PrintStream out;

    EphemeralService(ServeOptions options, Environment environment, PrintStream out) {
        this.options = options;
        this.environment = environment;
        this.out = out;
    }

    /** Serves until the end; nothing is left when it returns. */
    void run() {
        Logs.configure();
        var bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        var token = "11" + HexFormat.of().formatHex(bytes);
        var control = new Control(token);
        try (var server = EphemeralServer.start(settings(token), environment, filters(control));
                var signals = new Signals(server.ending())) {
            control.of(server);
            signals.listen();
            var url = server.url();
            out.println("{\"url\":\"" + url + "\",\"control\":\"" + url + Control.PLACE + "/\",\"user\":\"" + USER
                    + "\",\"token\":\"" + token + "\",\"pid\":"
                    + ProcessHandle.current().pid() + "}");
            out.flush();
            server.awaitEnd();
        } catch (UncheckedIOException e) {
            throw new CannotStart(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Filter> filters(Control control) {
        var filters = new ArrayList<Filter>();
        if (options.accessLog()) {
            filters.add(new AccessLog(InstantSource.system()));
        }
        filters.add(control);
        return filters;
    }

    private EphemeralSettings settings(String token) {
        var start = InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);
        var settings = EphemeralSettings.open(start)
                .at(options.address(), options.port(), options.prefix())
                .with(configuration())
                .with(new EphemeralSettings.User(USER, token, token));
        return options.kind() == ServeOptions.Kind.EPHEMERAL_WITH_PROCESSES ? settings.withRealProcesses() : settings;
    }

    /** Without a file there are no quiet periods. */
    private Configuration configuration() {
        var file = options.config();
        var configured = file == null
                ? EphemeralSettings.configuration(Settings.DEFAULT.crumbs(), Configuration.DEFAULT.authorization())
                : ConfigurationFile.read(file, environment.variables());
        return options.open() ? configured.open() : configured;
    }
}
