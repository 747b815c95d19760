package hobson.jenkinscli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * Reads the command line as the stock client does (cli.md §2): options end at the first word that is none of them, and that word is the
 * command, which the server alone understands.
 */
final class CommandLine {
    private final Map<String, String> environment;
    private final List<String> keys = new ArrayList<>();
    private Options.@Nullable Mode mode;
    private @Nullable String server;
    private @Nullable String login;
    private @Nullable String bearer;
    private @Nullable String user;
    private boolean strictHostKey;
    private boolean withKeys = true;
    private boolean checksCertificates = true;
    private Level logging = Level.WARNING;

    private CommandLine(Map<String, String> environment) {
        this.environment = environment;
    }

    /** @throws BadUsage with a sentence, when something in it cannot be */
    static Options read(List<String> words, Map<String, String> environment) {
        return new CommandLine(environment).options(new ArrayDeque<>(words));
    }

    private Options options(Deque<String> rest) {
        boolean more = true;
        while (more) {
            more = !rest.isEmpty() && take(rest.element(), rest);
        }
        var url = server();
        var authorization = authorization(url);
        check();
        return new Options(
                mode == null ? Options.Mode.WEB_SOCKET : mode,
                withoutLogin(url),
                authorization,
                user,
                List.copyOf(keys),
                strictHostKey,
                withKeys,
                checksCertificates,
                logging,
                rest.isEmpty() ? List.of("help") : List.copyOf(rest));
    }

    /** Whether the word is an option; then it is gone, and its value as well. */
    private boolean take(String word, Deque<String> rest) {
        switch (word) {
            case "-http" -> mode(Options.Mode.HTTP);
            case "-webSocket" -> mode(Options.Mode.WEB_SOCKET);
            case "-ssh" -> mode(Options.Mode.SSH);
            case "-remoting" -> throw new BadUsage("-remoting mode is no longer supported");
            case "-strictHostKey" -> strictHostKey = true;
            case "-noKeyAuth" -> withKeys = false;
            case "-noCertificateCheck" -> checksCertificates = false;
            case "-s" -> server = value(rest);
            case "-user" -> user = value(rest);
            case "-i" -> keys.add(value(rest));
            case "-auth" -> login = value(rest);
            case "-bearer" -> bearer = value(rest);
            case "-logger" -> logging = level(value(rest));
            default -> {
                return false;
            }
        }
        rest.pop();
        return true;
    }

    /** The word after the option, which then takes its place. */
    private static String value(Deque<String> rest) {
        var option = rest.pop();
        if (rest.isEmpty()) {
            throw new BadUsage(option + " needs a value");
        }
        return rest.element();
    }

    private void mode(Options.Mode wanted) {
        if (mode != null && mode != wanted) {
            throw new BadUsage("-http, -webSocket and -ssh exclude each other");
        }
        mode = wanted;
    }

    private static Level level(String name) {
        try {
            return Level.parse(name);
        } catch (IllegalArgumentException e) {
            throw new BadUsage("-logger takes a level as INFO, FINE or ALL, not '" + name + "'");
        }
    }

    private String server() {
        var named = server == null ? environment.get("JENKINS_URL") : server;
        var url = named == null ? environment.get("HUDSON_URL") : named;
        if (url == null) {
            throw new BadUsage("Which server? Say -s URL, or set JENKINS_URL.");
        }
        return url.endsWith("/") ? url : url + "/";
    }

    private void check() {
        if (mode == Options.Mode.SSH && user == null) {
            throw new BadUsage("-user required when using -ssh");
        }
        if (mode == Options.Mode.SSH && (login != null || bearer != null)) {
            throw new BadUsage("-auth and -bearer are for -http and -webSocket; -ssh takes -user and -i");
        }
        if (login != null && bearer != null) {
            throw new BadUsage("-auth and -bearer exclude each other");
        }
    }

    private @Nullable String authorization(String url) {
        if (bearer != null) {
            return "Bearer " + FileOrText.of(bearer);
        }
        var both = login == null ? loginOf(url) : FileOrText.of(login);
        if (both == null && mode != Options.Mode.SSH) {
            both = loginOfEnvironment();
        }
        return both == null
                ? null
                : "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable String loginOfEnvironment() {
        var id = environment.get("JENKINS_USER_ID");
        var token = environment.get("JENKINS_API_TOKEN");
        if (id == null && token == null) {
            return null;
        }
        if (id == null || token == null) {
            throw new BadUsage("JENKINS_USER_ID and JENKINS_API_TOKEN must both be set, or neither of them");
        }
        return id + ":" + token;
    }

    private static @Nullable String loginOf(String url) {
        return uri(url).getUserInfo();
    }

    private static String withoutLogin(String url) {
        var uri = uri(url);
        return uri.getRawUserInfo() == null ? url : url.replaceFirst("(?<=://)[^/@]*@", "");
    }

    private static URI uri(String url) {
        try {
            var uri = new URI(url);
            if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw new BadUsage("The server's address begins with http:// or https://, not '" + url + "'");
    }
}
