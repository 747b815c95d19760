package hobson.engine.plugin;

import hobson.engine.Refusal;
import hobson.engine.secret.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fetches files from update sites, and from nowhere else: every address, and every one that an answer leads to, is at the host and
 * port of the site, or below the folder of its document where the site is one. Nothing larger than asked for, nothing that takes
 * longer than some minutes.
 */
final class Downloads {
    private static final Duration CONNECTING = Duration.ofSeconds(20);
    private static final Duration WHOLE = Duration.ofMinutes(10);
    private static final int REDIRECTS = 5;

    private final Supplier<@Nullable UpdateProxy> proxy;
    private final Vault vault;

    Downloads(Supplier<@Nullable UpdateProxy> proxy, Vault vault) {
        this.proxy = proxy;
        this.vault = vault;
    }

    /**
     * Puts what is at the address into a file.
     *
     * @param site the document of the site that the address must belong to
     * @param most bytes
     * @throws Refusal when it cannot be had, in one sentence
     */
    void fetch(URI site, URI address, Path into, long most) throws InterruptedException {
        requireSame(site, address);
        try {
            if (address.getScheme().equals("file")) {
                copy(site, address, into, most);
            } else {
                get(site, address, into, most);
            }
        } catch (IOException e) {
            throw Refusal.badInput(address + " cannot be read: " + reason(e));
        }
    }

    private static String reason(IOException e) {
        var message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    /** Refuses an address elsewhere: who may name addresses must not make the server ask others in its name. */
    static void requireSame(URI site, URI address) {
        boolean same = address.getScheme() != null
                && (site.getScheme().equals("file")
                        ? address.getScheme().equals("file")
                        : address.getHost() != null && origin(site).equals(origin(address)));
        if (!same) {
            throw Refusal.badInput(address + " is not at the update site " + site + ", so it is not asked.");
        }
    }

    private static String origin(URI address) {
        boolean secure = address.getScheme().equals("https");
        int port = address.getPort() < 0 ? (secure ? 443 : 80) : address.getPort();
        return (address.getScheme() + "://" + address.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }

    private static void copy(URI site, URI address, Path into, long most) throws IOException {
        var folder = Path.of(site).toRealPath().getParent();
        var file = Path.of(address).toRealPath();
        if (!file.startsWith(folder)) {
            throw Refusal.badInput(address + " is outside the folder of the update site, so it is not read.");
        }
        try (var in = Files.newInputStream(file)) {
            save(in, into, most, address.toString());
        }
    }

    private void get(URI site, URI address, Path into, long most) throws IOException, InterruptedException {
        try (var client = client()) {
            var next = address;
            for (int i = 0; i <= REDIRECTS; i++) {
                var request = HttpRequest.newBuilder(next).timeout(WHOLE).build();
                var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
                try (var body = answer.body()) {
                    if (answer.statusCode() == 200) {
                        save(body, into, most, next.toString());
                        return;
                    }
                    next = redirected(site, next, answer);
                }
            }
            throw Refusal.badInput(address + " leads from address to address.");
        }
    }

    private static URI redirected(URI site, URI from, HttpResponse<?> answer) {
        var location = answer.headers().firstValue("Location");
        if (answer.statusCode() / 100 != 3 || location.isEmpty()) {
            throw Refusal.badInput(from + " answers " + answer.statusCode() + ".");
        }
        try {
            var next = from.resolve(location.get());
            requireSame(site, next);
            return next;
        } catch (IllegalArgumentException e) {
            throw Refusal.badInput(from + " leads to what is no address.");
        }
    }

    static void save(InputStream in, Path into, long most, String what) throws IOException {
        try (var out = Files.newOutputStream(into)) {
            var buffer = new byte[16 * 1024];
            long total = 0;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                total += count;
                if (total > most) {
                    throw new Refusal(
                            Refusal.Kind.TOO_LARGE, what + " has more than the " + most + " bytes that are allowed.");
                }
                out.write(buffer, 0, count);
            }
        }
    }

    /** Made for each file, because days go by between two of them. */
    private HttpClient client() {
        var builder = HttpClient.newBuilder().connectTimeout(CONNECTING).followRedirects(HttpClient.Redirect.NEVER);
        var through = proxy.get();
        if (through != null) {
            builder.proxy(new Selector(through));
            var user = through.user();
            var password = through.password();
            if (user != null && password != null) {
                builder.authenticator(new Login(user, vault.reveal(password)));
            }
        }
        return builder.build();
    }

    private static final class Selector extends ProxySelector {
        private final UpdateProxy proxy;

        Selector(UpdateProxy proxy) {
            this.proxy = proxy;
        }

        @Override
        public List<Proxy> select(URI address) {
            return proxy.isFor(String.valueOf(address.getHost()))
                    ? List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.host(), proxy.port())))
                    : List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
            // whoever asked is told
        }
    }

    /** Answers proxies alone: an update site that wants a password does not get this one. */
    private static final class Login extends Authenticator {
        private final String user;
        private final String password;

        Login(String user, String password) {
            this.user = user;
            this.password = password;
        }

        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            return getRequestorType() == RequestorType.PROXY
                    ? new PasswordAuthentication(user, password.toCharArray())
                    : null;
        }
    }
}
