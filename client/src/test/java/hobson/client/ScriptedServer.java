package hobson.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Answers what it is told, on a socket: faults, and what servers say that are not at hand. Keeps what it was asked. */
final class ScriptedServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Deque<Reply>> replies = new HashMap<>();
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());

    /** What it does with a request. */
    interface Reply {
        void to(HttpExchange exchange) throws IOException;

        /** An answer, with headers as names and values in turn. */
        static Reply answer(int status, String body, String... headers) {
            return exchange -> {
                for (int i = 0; i < headers.length; i += 2) {
                    exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
                }
                var bytes = body.getBytes(UTF_8);
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            };
        }

        static Reply json(String body, String... headers) {
            var all = new ArrayList<>(List.of("Content-Type", "application/json;charset=utf-8", "X-Jenkins", "2.462"));
            all.addAll(List.of(headers));
            return answer(200, body, all.toArray(String[]::new));
        }

        /** The connection ends without an answer. */
        static Reply reset() {
            return exchange -> {
                throw new IOException("on purpose");
            };
        }

        /** An answer that ends before it is whole. */
        static Reply cut(String body, String... headers) {
            return exchange -> {
                for (int i = 0; i < headers.length; i += 2) {
                    exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
                }
                exchange.sendResponseHeaders(200, body.length() + 1_000);
                exchange.getResponseBody().write(body.getBytes(UTF_8));
                exchange.getResponseBody().flush();
                throw new IOException("on purpose");
            };
        }

        /** An answer that begins and then falls silent until the test is over. */
        static Reply silentAfter(String body) {
            return exchange -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(body.getBytes(UTF_8));
                exchange.getResponseBody().flush();
                silence();
            };
        }

        /** No answer at all until the test is over. */
        static Reply silent() {
            return exchange -> silence();
        }

        private static void silence() throws IOException {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    /** A request. */
    record Asked(String line, Headers headers, String body) {
        String header(String name) {
            return String.valueOf(headers.getFirst(name));
        }
    }

    private ScriptedServer(HttpServer server) {
        this.server = server;
    }

    static ScriptedServer start() throws IOException {
        return start(HttpServer.create(local(), 0));
    }

    static ScriptedServer start(SSLContext tls) throws IOException {
        var server = HttpsServer.create(local(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return start(server);
    }

    private static InetSocketAddress local() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static ScriptedServer start(HttpServer http) {
        var server = new ScriptedServer(http);
        http.createContext("/", server::answer);
        http.setExecutor(server.threads);
        http.start();
        return server;
    }

    /** The answers to a request, {@code "GET /queue/item/1/api/json"}, in turn; the last one for ever. */
    ScriptedServer on(String line, Reply... turns) {
        replies.computeIfAbsent(line, any -> new ArrayDeque<>()).addAll(List.of(turns));
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var uri = exchange.getRequestURI();
        asked.add(new Asked(exchange.getRequestMethod() + " " + uri, exchange.getRequestHeaders(), body));
        var reply = reply(exchange.getRequestMethod() + " " + uri.getPath());
        if (reply == null) {
            Reply.answer(404, "no such address").to(exchange);
        } else {
            reply.to(exchange);
        }
        exchange.close();
    }

    private synchronized @Nullable Reply reply(String line) {
        var turns = replies.get(line);
        if (turns == null) {
            return null;
        }
        return turns.size() == 1 ? turns.peek() : turns.poll();
    }

    /** What it was asked so far. */
    List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** The lines that it was asked so far. */
    List<String> lines() {
        return asked().stream().map(Asked::line).toList();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return (server instanceof HttpsServer ? "https" : "http") + "://localhost:" + port() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
