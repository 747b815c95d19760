package hobson.cli.login;

import hobson.cli.profile.Profile;
import hobson.cli.profile.Profiles;
import hobson.cli.session.CommandFailure;
import hobson.cli.session.ExitCode;
import hobson.cli.session.Session;
import hobson.cli.terminal.Fields;
import hobson.client.Hobson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hobson login}: remembers a server. */
@Command(
        name = "login",
        description = {
            "Remembers a server, and who you are there.",
            "",
            "Asks for what is not given. A password is used once, to have the server make an API token, and not kept.",
            "An API token that exists already is kept as it is. Profiles are in ~/.config/hobson/profiles."
        },
        footer = {
            "Examples:",
            "  hobson login https://ci.example/",
            "  hobson login https://ci.example/ --profile work --user ann --token-stdin < token.txt",
            "  hobson login http://localhost:8080/ --anonymous"
        })
public final class LoginCommand implements Callable<Integer> {
    private static final String STANDARD = "default";
    private static final int LONGEST = 1 << 12;

    private final Session session;

    @Parameters(paramLabel = "URL", description = "Where the server's first page is.")
    private String url = "";

    @Option(names = "--token-stdin", description = "Reads an API token from standard input.")
    private boolean tokenFromInput;

    @Option(names = "--password-stdin", description = "Reads the password from standard input.")
    private boolean passwordFromInput;

    @Option(names = "--anonymous", description = "Remembers the server without a user.")
    private boolean anonymous;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "Certificates in PEM that the server's must be signed by.")
    private @Nullable String authority;

    @Option(names = "--proxy", paramLabel = "URL", description = "Goes through this proxy: http://HOST:PORT.")
    private @Nullable String proxy;

    public LoginCommand(Session session) {
        this.session = session;
    }

    private record Login(String user, String secret, boolean token) {}

    @Override
    public Integer call() throws IOException {
        var name = session.profileName().orElse(STANDARD);
        if (!Profiles.isName(name)) {
            throw new CommandFailure(
                    ExitCode.USAGE, "A profile is called with letters, digits, dots and dashes, not '" + name + "'.");
        }
        var settings = settings();
        var caller = "anonymous";
        if (anonymous) {
            session.connect(new Profile(Optional.of(name), settings)).raw().get("api/json?tree=_class");
        } else {
            var login = ask();
            settings.put(Profiles.USER, login.user());
            settings.put(Profiles.TOKEN, token(login, settings));
            caller = whoIs(new Profile(Optional.of(name), settings));
        }
        var file = session.profileFile();
        file.write(file.read().with(name, settings));
        new Fields()
                .with("profile", name)
                .with("url", settings.get(Profiles.URL))
                .with("user", caller)
                .with("file", file.path())
                .print(session.terminal());
        return ExitCode.FINE;
    }

    private Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put(Profiles.URL, Hobson.connect(url).url().toString());
        if (authority != null) {
            settings.put(
                    Profiles.AUTHORITY,
                    session.environment().file(authority).toAbsolutePath().toString());
        }
        if (proxy != null) {
            settings.put(Profiles.PROXY, proxy);
        }
        return settings;
    }

    private Login ask() throws IOException {
        var terminal = session.terminal();
        var user =
                session.userName().orElseGet(() -> tokenFromInput || passwordFromInput ? "" : terminal.ask("User: "));
        if (user.isBlank()) {
            throw new CommandFailure(ExitCode.USAGE, "Who are you there? Say --user USER, or --anonymous.");
        }
        if (tokenFromInput || passwordFromInput) {
            return new Login(user, secretOfInput(), tokenFromInput);
        }
        var token = terminal.askSecretly("API token (empty: make one with the password): ")
                .strip();
        return token.isEmpty()
                ? new Login(user, terminal.askSecretly("Password: "), false)
                : new Login(user, token, true);
    }

    private String secretOfInput() throws IOException {
        var bytes = session.terminal().in().readNBytes(LONGEST);
        return new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("")
                .strip();
    }

    private String token(Login login, Map<String, String> settings) {
        if (login.token()) {
            return login.secret();
        }
        var hobson = session.connect(new Profile(Optional.empty(), Map.copyOf(withoutUser(settings))))
                .password(login.user(), login.secret());
        return hobson.users().me().tokens().generate("hobson on " + host()).value();
    }

    private static Map<String, String> withoutUser(Map<String, String> settings) {
        var rest = new LinkedHashMap<>(settings);
        rest.remove(Profiles.USER);
        return rest;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "an unnamed machine";
        }
    }

    private String whoIs(Profile profile) {
        return session.connect(profile).server().whoAmI().name();
    }
}
