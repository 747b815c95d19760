package hobson.server.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Git's own server for HTTP over a folder of repositories; it wants a login, if it is told which. */
final class GitServer implements AutoCloseable {
    private final HttpServer http;
    private final Path folder;
    private final @Nullable String login;
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private volatile Consumer<String> before = _ -> {};
    private volatile String redirect = "";

    private GitServer(HttpServer http, Path folder, @Nullable String login) {
        this.http = http;
        this.folder = folder;
        this.login = login;
    }

    /** @param login name, colon, password; null lets everybody in */
    static GitServer serve(Path folder, @Nullable String login) throws IOException {
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var server = new GitServer(http, folder, login);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", server::answer);
        http.start();
        return server;
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** Called with the address of every request that is let in, when its answer is known and not yet sent. */
    void before(Consumer<String> action) {
        before = action;
    }

    /** Sends everybody on to there. */
    void redirect(String url) {
        redirect = url;
    }

    /** What was sent to get in, by anybody. */
    List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var sent = exchange.getRequestHeaders().getFirst("Authorization");
            if (sent != null) {
                authorizations.add(sent);
            }
            if (!redirect.isEmpty()) {
                exchange.getResponseHeaders().set("Location", redirect + exchange.getRequestURI());
                exchange.sendResponseHeaders(302, -1);
            } else if (login != null && !basic(login).equals(sent)) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
                exchange.sendResponseHeaders(401, -1);
            } else {
                serve(exchange);
            }
        }
    }

    private static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
    }

    private void serve(HttpExchange exchange) throws IOException {
        var builder = new ProcessBuilder("git", "-c", "safe.directory=*", "http-backend");
        var uri = exchange.getRequestURI();
        builder.environment()
                .putAll(Map.of(
                        "GIT_PROJECT_ROOT", folder.toString(),
                        "GIT_HTTP_EXPORT_ALL", "1",
                        "PATH_INFO", uri.getPath(),
                        "QUERY_STRING", uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                        "REQUEST_METHOD", exchange.getRequestMethod(),
                        "CONTENT_TYPE", header(exchange, "Content-Type"),
                        "HTTP_CONTENT_ENCODING", header(exchange, "Content-Encoding"),
                        "GIT_PROTOCOL", header(exchange, "Git-Protocol")));
        var process = builder.start();
        try (var in = process.getOutputStream()) {
            exchange.getRequestBody().transferTo(in);
        }
        var out = process.getInputStream();
        int status = 200;
        for (var line = line(out); !line.isEmpty(); line = line(out)) {
            var value = line.substring(line.indexOf(':') + 1).strip();
            if (line.startsWith("Status:")) {
                status = Integer.parseInt(value.substring(0, 3));
            } else {
                exchange.getResponseHeaders().add(line.substring(0, line.indexOf(':')), value);
            }
        }
        var body = out.readAllBytes();
        before.accept(uri.toString());
        exchange.sendResponseHeaders(status, 0);
        exchange.getResponseBody().write(body);
    }

    private static String header(HttpExchange exchange, String name) {
        var value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /**
     * The processes of this machine that show that text, as far as they can be seen.
     *
     * @param files {@code cmdline} for their arguments, {@code environ} for their variables
     */
    static List<String> processesWith(String text, String... files) {
        try (var all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            var found = new CopyOnWriteArrayList<String>();
            for (var process : all) {
                Stream.of(files)
                        .map(name -> read(process.resolve(name)))
                        .filter(content -> content.contains(text))
                        .forEach(found::add);
            }
            return found;
        } catch (IOException e) {
            return List.of(); // no such place on this machine
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
