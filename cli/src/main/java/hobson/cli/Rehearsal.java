package hobson.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hobson.cli.profile.Environment;
import hobson.cli.terminal.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * A run without an audience, of which the JVM makes the start cache: the commands that people type most often talk to a server that
 * always answers the same. A command that ends with anything but 0 is the end of it, with an exit code that is not 0.
 */
public final class Rehearsal {
    private static final String USER = "{\"name\":\"ann\",\"anonymous\":false,\"authorities\":[\"authenticated\"]}";
    private static final String JOB =
            "{\"_class\":\"hudson.model.FreeStyleProject\",\"name\":\"a\",\"fullName\":\"a\",\"color\":\"blue\","
                    + "\"buildable\":true,\"url\":\"http://localhost/job/a/\",\"property\":[{\"parameterDefinitions\":[{\"name\":\"K\",\"type\":"
                    + "\"StringParameterDefinition\",\"defaultParameterValue\":{\"value\":\"v\"}}]}]}";
    private static final String BUILD =
            "{\"_class\":\"hudson.model.FreeStyleBuild\",\"number\":1,\"building\":false,\"result\":\"SUCCESS\","
                    + "\"timestamp\":1,\"duration\":1000,\"estimatedDuration\":1000,\"url\":\"http://localhost/job/a/1/\",\"actions\":[]}";
    private static final String QUEUE_ITEM =
            "{\"_class\":\"hudson.model.Queue$LeftItem\",\"id\":1,\"task\":{\"name\":\"a\",\"url\":"
                    + "\"http://localhost/job/a/\"},\"executable\":{\"number\":1},\"inQueueSince\":1,\"actions\":[]}";
    private static final String DOCUMENT = "<?xml version='1.1' encoding='UTF-8'?>\n<project><builders/></project>\n";

    /** By the end of the path, the longest first. */
    private static final List<Map.Entry<String, String>> ANSWERS = List.of(
            Map.entry("/whoAmI/api/json", USER),
            Map.entry("/queue/item/1/api/json", QUEUE_ITEM),
            Map.entry("/queue/api/json", "{\"items\":[" + QUEUE_ITEM + "]}"),
            Map.entry("/computer/api/json", "{\"computer\":[{\"displayName\":\"agent\",\"numExecutors\":1}]}"),
            Map.entry("/job/a/1/api/json", BUILD),
            Map.entry("/job/a/lastBuild/api/json", BUILD),
            Map.entry("/job/a/1/logText/progressiveText", "a line\n"),
            Map.entry("/job/a/lastBuild/consoleText", "a line\n"),
            Map.entry("/job/a/config.xml", DOCUMENT),
            Map.entry("/job/a/api/json", JOB.substring(0, JOB.length() - 1) + ",\"builds\":[" + BUILD + "]}"),
            Map.entry("/api/json", "{\"jobs\":[" + JOB + "],\"views\":[]}"));

    private static final int OK = 200;
    private static final int CREATED = 201;

    private final InetSocketAddress address;

    private Rehearsal(InetSocketAddress address) {
        this.address = address;
    }

    public static void main(String[] words) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", Rehearsal::answer);
        server.start();
        try {
            new Rehearsal(server.getAddress()).perform();
        } finally {
            server.stop(0);
        }
    }

    private void perform() {
        List.of(
                        List.of("whoami"),
                        List.of("jobs", "-r"),
                        List.of("jobs", "--json"),
                        List.of("build", "a", "-p", "K=w", "--follow"),
                        List.of("logs", "a"),
                        List.of("runs", "a"),
                        List.of("queue"),
                        List.of("nodes"),
                        List.of("job", "get", "a"),
                        List.of("job", "put", "a"),
                        List.of("job", "diff", "a"),
                        List.of("__complete", "job", "get", ""),
                        List.of("help", "build"),
                        List.of("--help"))
                .forEach(this::run);
    }

    private void run(List<String> words) {
        var printed = new ByteArrayOutputStream();
        var console = Console.piped(
                new ByteArrayInputStream(DOCUMENT.getBytes(UTF_8)),
                new PrintStream(printed, true, UTF_8),
                new PrintStream(printed, true, UTF_8));
        var environment = new Environment(
                Map.of(
                        "HOBSON_URL", "http://" + address.getHostString() + ":" + address.getPort() + "/",
                        "HOBSON_USER", "ann",
                        "HOBSON_TOKEN", "rehearsal"),
                Path.of("."),
                Path.of("."),
                "rehearsal");
        int code = new Program(console, environment, InstantSource.system()).run(words);
        if (code != 0) {
            throw new IllegalStateException(words + " ended with " + code + ": " + printed.toString(UTF_8));
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange;
                InputStream sent = exchange.getRequestBody()) {
            sent.readAllBytes();
            boolean trigger = exchange.getRequestMethod().equals("POST");
            var path = exchange.getRequestURI().getPath();
            var body = (trigger ? "" : found(path)).getBytes(UTF_8);
            var headers = exchange.getResponseHeaders();
            headers.add(
                    "Content-Type",
                    path.contains("/api/") ? "application/json;charset=utf-8" : "text/plain;charset=utf-8");
            headers.add("X-Text-Size", String.valueOf(body.length));
            if (trigger) {
                headers.add("Location", "/queue/item/1/");
            }
            exchange.sendResponseHeaders(trigger ? CREATED : OK, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static String found(String path) {
        return ANSWERS.stream()
                .filter(answer -> path.endsWith(answer.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("{}");
    }
}
