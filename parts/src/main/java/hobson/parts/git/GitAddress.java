package hobson.parts.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.engine.run.StepFailed;
import java.net.URLDecoder;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where Git fetches from. Nothing in it is an option or a program to Git or ssh, and it holds no secret: a login that stood in it is
 * kept apart.
 *
 * @param text as Git is told
 * @param servers where its login is good for, as Git calls them; none for one that takes no login
 * @param login that stood in it
 */
record GitAddress(
        String text, List<String> servers, @Nullable Login login) {
    private static final int LONGEST = 2_000;
    private static final Set<String> SCHEMES = Set.of("http", "https", "ssh", "git+ssh", "ssh+git", "git", "file");

    /** {@code ext::sh -c …}: runs a program. */
    private static final Pattern HELPER = Pattern.compile("[\\w+.-]*::.*");

    private static final Pattern URL =
            Pattern.compile("(?<scheme>[A-Za-z][\\w+.-]*)://(?:(?<login>[^/]*)@)?(?<host>[^/@?#]*)(?<rest>.*)");
    private static final Pattern HOST = Pattern.compile("(?!-)[\\p{L}\\p{N}_.~%:\\[\\]-]+");
    private static final Pattern PASSWORD = Pattern.compile("://([^/:]*):[^/]*@");

    /** A name, and a password that may be empty. */
    record Login(String user, String password) {}

    GitAddress {
        servers = List.copyOf(servers);
    }

    /** @throws StepFailed it is none that this server fetches from; the message names it without its password */
    static GitAddress of(String text) throws StepFailed {
        var address = text.strip();
        if (address.isEmpty()
                || address.length() > LONGEST
                || address.chars().anyMatch(Character::isISOControl)
                || address.startsWith("-")
                || HELPER.matcher(address).matches()) {
            throw refusal(address);
        }
        return address.contains("://") ? url(address) : new GitAddress(address, List.of(), null);
    }

    private static GitAddress url(String address) throws StepFailed {
        var url = URL.matcher(address);
        if (!url.matches()) {
            throw refusal(address);
        }
        var scheme = url.group("scheme").toLowerCase(Locale.ROOT);
        var host = url.group("host");
        boolean isFile = scheme.equals("file");
        if (!SCHEMES.contains(scheme) || (!isFile && !HOST.matcher(host).matches())) {
            throw refusal(address);
        }
        var login = url.group("login");
        if (!scheme.startsWith("http")) {
            if (login != null && login.startsWith("-")) {
                throw refusal(address);
            }
            return new GitAddress(PASSWORD.matcher(address).replaceFirst("://$1@"), List.of(), null);
        }
        var plain = url.group("scheme") + "://" + host + url.group("rest");
        return new GitAddress(plain, servers(scheme, host), login == null ? null : login(login));
    }

    /** One that says http may send on to https. */
    private static List<String> servers(String scheme, String host) {
        return scheme.equals("http") && !host.contains(":")
                ? List.of("http://" + host, "https://" + host)
                : List.of(scheme + "://" + host);
    }

    private static Login login(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new Login(decoded(text), "")
                : new Login(decoded(text.substring(0, colon)), decoded(text.substring(colon + 1)));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** For people who may read the job: without a password. */
    static String shown(String text) {
        return PASSWORD.matcher(text).replaceFirst("://$1:****@");
    }

    private static StepFailed refusal(String address) {
        var start = shown(address.substring(0, Math.min(address.length(), 200))).replaceAll("\\p{Cntrl}", "?");
        return new StepFailed("'" + start + "' is no address that this server fetches from with Git: it takes"
                + " https, http, ssh, git and file addresses, user@host:path, and folders");
    }
}
