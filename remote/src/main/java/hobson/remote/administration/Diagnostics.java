package hobson.remote.administration;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import hobson.engine.Refusal;
import hobson.engine.user.Authorization;
import hobson.engine.user.Permission;
import hobson.http.Body;
import hobson.http.ContentType;
import hobson.http.Handler;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.RouteGroup;
import hobson.remote.page.Html;
import hobson.remote.page.Pages;
import hobson.remote.route.Places;
import hobson.remote.route.Targets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/** What the process is and does at the moment: for administrators only, since secrets may be in it. */
public final class Diagnostics implements RouteGroup {
    private static final Pattern SECRET =
            Pattern.compile("pass|secret|token|key|credential|auth|private", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_DUMP = 4 << 20;

    private final Map<String, String> server;
    private final Path scratch;
    private final Map<String, String> environment;
    private final Authorization authorization;
    private final Targets targets;
    private final Pages pages;
    private final ReentrantLock dumping = new ReentrantLock();

    /**
     * @param server facts about this program, in the words of people
     * @param scratch a folder that only the server can read, for files that are gone after the answer
     */
    public Diagnostics(
            Map<String, String> server,
            Path scratch,
            Map<String, String> environment,
            Authorization authorization,
            Targets targets,
            Pages pages) {
        this.server = server;
        this.scratch = scratch;
        this.environment = environment;
        this.authorization = authorization;
        this.targets = targets;
        this.pages = pages;
    }

    @Override
    public void addTo(Places places) {
        places.root
                .get("systemInfo", requiring(Permission.SYSTEM_READ, this::information))
                .get("threadDump", requiring(Permission.ADMINISTER, this::threads))
                .get("heapDump", requiring(Permission.ADMINISTER, this::heap));
    }

    private Handler requiring(Permission permission, Handler handler) {
        return request -> {
            authorization.require(targets.caller(request), permission);
            return handler.handle(request);
        };
    }

    private Response information(Request request) {
        var runtime = Runtime.getRuntime();
        var process = new TreeMap<>(Map.of(
                "Processors", Integer.toString(runtime.availableProcessors()),
                "Heap in use, bytes", Long.toString(runtime.totalMemory() - runtime.freeMemory()),
                "Heap, bytes", Long.toString(runtime.totalMemory()),
                "Largest heap, bytes", Long.toString(runtime.maxMemory()),
                "Process", Long.toString(ProcessHandle.current().pid())));
        var properties = new TreeMap<String, String>();
        System.getProperties().stringPropertyNames().forEach(name -> properties.put(name, System.getProperty(name)));
        return pages.page(200, "System information", html -> {
            table(html, "Server", server);
            table(html, "Process", process);
            table(html, "System properties", properties);
            table(html, "Environment", new TreeMap<>(environment));
        });
    }

    private static void table(Html html, String title, Map<String, String> facts) {
        html.element("h2", title).open("table").open("tbody");
        facts.forEach((name, value) -> {
            html.open("tr").element("th", name, "scope", "row");
            html.element("td", isSecret(name, value) ? "********" : value)
                    .close()
                    .line();
        });
        html.close().close();
    }

    private static boolean isSecret(String name, String value) {
        return SECRET.matcher(name).find() || value.toLowerCase(Locale.ROOT).contains("password");
    }

    private Response threads(Request request) {
        var dump = scratchFile("threads");
        try {
            bean().dumpThreads(dump.toString(), ThreadDumpFormat.TEXT_PLAIN);
            try (var in = Files.newInputStream(dump)) {
                var text = new String(in.readNBytes(LONGEST_DUMP), StandardCharsets.UTF_8);
                return pages.page(200, "Threads", html -> html.element("pre", text));
            } finally {
                Files.deleteIfExists(dump);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the threads could not be listed", e);
        }
    }

    private Response heap(Request request) {
        if (!dumping.tryLock()) {
            throw Refusal.conflict("somebody dumps the heap at this moment");
        }
        var dump = scratchFile("heap");
        try {
            bean().dumpHeap(dump.toString(), true);
            var channel = FileChannel.open(dump);
            return Response.ok(ContentType.BYTES, Body.file(channel, 0, channel.size()))
                    .with("Content-Disposition", "attachment; filename=heap.hprof");
        } catch (IOException e) {
            throw new UncheckedIOException("the heap could not be dumped", e);
        } finally {
            delete(dump); // what is open can be read to its end
            dumping.unlock();
        }
    }

    private static void delete(Path dump) {
        try {
            Files.deleteIfExists(dump);
        } catch (IOException e) {
            throw new UncheckedIOException("a file is left: " + dump, e);
        }
    }

    private Path scratchFile(String name) {
        return scratch.resolve(name + "-" + System.nanoTime() + ".hprof").toAbsolutePath();
    }

    /** Made when it is needed: management beans take longer to make than the server takes to start. */
    private static HotSpotDiagnosticMXBean bean() {
        return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    }
}
