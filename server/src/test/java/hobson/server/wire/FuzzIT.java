package hobson.server.wire;

import static hobson.server.wire.WireClient.XML;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.ObjectMapper;

/**
 * Requests that nobody would send, to every address that there is, as nobody, as a reader and as an administrator: no crash, no hang, nothing
 * of the inside of the server, no file elsewhere.
 *
 * <p>{@code -Dhobson.fuzz.requests=1000000} sends more, {@code -Dhobson.fuzz.seed=N} the same again.
 */
class FuzzIT {
    private static final long REQUESTS = Long.getLong("hobson.fuzz.requests", 12_000);
    private static final long SEED = Long.getLong("hobson.fuzz.seed", System.nanoTime());
    private static final int CALLERS = 3;
    private static final int MOST_FINDINGS = 20;

    /** Of traces and of names of classes of ours: in no error. Data may have them: administrators read the log, and paths of nodes. */
    private static final Pattern INSIDE = Pattern.compile(
            "\\tat [a-z.]+\\(|\\bat hobson\\.|java\\.lang\\.[A-Z]\\w*(Exception|Error)|hobson\\.(engine|remote|store|http|parts|exec|export|server)\\.[a-z.]*[A-Z]");

    @RegisterExtension
    static final WireServer SERVER = new WireServer("""
            jenkins:
              quietPeriod: 0
              numExecutors: 0
              securityRealm: {local: {users: [{id: admin, password: admin}, {id: reader, password: reader}]}}
              authorizationStrategy:
                globalMatrix:
                  permissions:
                    - "USER:Overall/Administer:admin"
                    - "USER:Overall/Read:reader"
                    - "USER:Job/Read:reader"
                    - "USER:Job/Build:reader"
            hobson: {crumbs: false}
            """);

    private final ConcurrentLinkedQueue<String> findings = new ConcurrentLinkedQueue<>();
    private final AtomicLong left = new AtomicLong(REQUESTS);
    private String home = "";

    @Test
    void anyRequest_ofAnyCaller_isAnsweredWithoutACrash() throws Exception {
        System.out.println("fuzz: " + REQUESTS + " requests, seed " + SEED);
        home = SERVER.home().toString();
        var admin = SERVER.client().as("admin", "admin");
        admin.create("built", Project.of(Project.parameters(Project.string("P", "v"))));
        admin.post("createView?name=v", XML, "<hudson.model.ListView/>".getBytes(UTF_8));
        var operations = operations(admin);
        var outside = outside();
        var tasks = new ArrayList<Callable<Void>>();
        for (int i = 0; i < 2 * CALLERS; i++) tasks.add(caller(i, operations));

        try (var threads = Executors.newFixedThreadPool(tasks.size())) {
            for (var task : threads.invokeAll(tasks)) task.get();
        }

        assertThat(findings).as("seed " + SEED).isEmpty();
        assertThat(outside()).isEqualTo(outside);
        assertThat(SERVER.printed()).doesNotContain("released", "Job failed", "Bad ", "Exception");
        assertThat(admin.get("api/json").status()).isEqualTo(200);
    }

    private static List<FuzzedRequest.Operation> operations(WireClient admin) throws Exception {
        var operations = new ArrayList<FuzzedRequest.Operation>();
        var paths =
                new ObjectMapper().readTree(admin.get("openapi.json").bytes()).get("paths");
        for (var path : paths.properties()) {
            for (var method : path.getValue().properties()) {
                var operation = new FuzzedRequest.Operation(method.getKey(), path.getKey());
                if (operation.isHarmless()) operations.add(operation);
            }
        }
        assertThat(operations).hasSizeGreaterThan(300);
        return operations;
    }

    private Callable<Void> caller(int number, List<FuzzedRequest.Operation> operations) {
        var user = List.of("", "reader", "admin").get(number % CALLERS);
        return () -> {
            var random = new Random(SEED + number);
            var target = URI.create(SERVER.url());
            try (var connection = new FuzzConnection(target.getHost(), target.getPort())) {
                while (left.decrementAndGet() >= 0 && findings.size() < MOST_FINDINGS) {
                    ask(connection, FuzzedRequest.made(random, operations, user));
                }
            }
            return null;
        };
    }

    private void ask(FuzzConnection connection, FuzzedRequest request) {
        try {
            var answer = connection.send(request.bytes());
            var status = answer.status();
            boolean crashed = status == 500 || status == 0;
            var shown = new String(answer.body(), ISO_8859_1);
            boolean leaks = status >= 400 && (INSIDE.matcher(shown).find() || shown.contains(home));
            if (crashed || leaks) {
                findings.add(request + " -> " + status + " " + shown.substring(0, Math.min(300, shown.length())));
            }
        } catch (IOException e) {
            findings.add(request + " -> " + e);
        }
    }

    /** Everything beside the home. */
    private static List<Path> outside() throws IOException {
        try (var files = Files.walk(SERVER.folder())) {
            return files.filter(file -> !file.startsWith(SERVER.home()))
                    .sorted()
                    .toList();
        }
    }
}
