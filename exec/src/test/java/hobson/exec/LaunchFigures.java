package hobson.exec;

import hobson.engine.run.Launcher.Order;
import hobson.exec.Libc.Function;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * What a launch costs beside its physical limit, a loop of {@code posix_spawn} of {@code sh -c true} on two threads. Rounds of all
 * ways alternate, since a shared machine changes its mind. Arguments: rounds, launches per thread and round.
 */
final class LaunchFigures {
    private final int launches;
    private final Path folder;
    private final Map<String, List<double[]>> figures = new HashMap<>();

    private LaunchFigures(int launches, Path folder) {
        this.launches = launches;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        var rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
        var launches = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300;
        new LaunchFigures(launches, Files.createTempDirectory("launch-figures")).run(rounds);
        System.exit(0);
    }

    private void run(int rounds) throws Exception {
        var libc = Libc.find().orElseThrow();
        var watch = ProcessWatch.start(libc);
        var ways = new java.util.LinkedHashMap<String, Host>();
        ways.put(
                "compiled",
                new SpawningHost(libc, watch, Supervisor.Compiled.load(libc).orElseThrow()));
        ways.put("shell", new SpawningHost(libc, watch, new Supervisor.Shell()));
        ways.put("portable", PortableHost.open());
        for (int round = -1; round < rounds; round++) {
            measure("bare", round, Thread.ofPlatform().factory(), (_, _) -> bare(libc));
            for (var way : ways.entrySet()) {
                measure(
                        way.getKey(),
                        round,
                        Thread.ofVirtual().factory(),
                        (thread, i) -> launch(way.getValue(), way.getKey(), thread, i));
            }
        }
        var bare = median("bare", 0);
        for (var way : List.of("bare", "compiled", "shell", "portable")) {
            System.out.printf(
                    "%-10s %6.0f/s %4.0f %%   launch p50 %4.0f us   processor %4.0f us %4.0f %%%n",
                    way,
                    median(way, 0),
                    100 * median(way, 0) / bare,
                    median(way, 1),
                    median(way, 2),
                    100 * median("bare", 2) / median(way, 2));
        }
    }

    private interface Way {
        /** @return nanoseconds until the process was started */
        long once(String thread, int i) throws Exception;
    }

    private void measure(String name, int round, ThreadFactory threads, Way way) throws Exception {
        var started = new long[2 * launches];
        var begin = System.nanoTime();
        var cpu = cpu();
        try (var two = Executors.newFixedThreadPool(2, threads)) {
            var work = new ArrayList<Callable<Void>>();
            for (int t = 0; t < 2; t++) {
                var thread = t;
                work.add(() -> {
                    for (int i = 0; i < launches; i++)
                        started[thread * launches + i] = way.once(round + "-" + thread, i);
                    return null;
                });
            }
            for (var done : two.invokeAll(work)) done.get();
        }
        var seconds = (System.nanoTime() - begin) / 1e9;
        Arrays.sort(started);
        if (round >= 0)
            figures.computeIfAbsent(name, _ -> new ArrayList<>()).add(new double[] {
                2 * launches / seconds, started[launches] / 1e3, (cpu() - cpu) * 1e4 / (2 * launches)
            });
    }

    /** What this process and those that it waited for have used, in hundredths of a second. */
    private static long cpu() throws IOException {
        var stat = Files.readString(Path.of("/proc/self/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Arrays.stream(fields, 11, 15).mapToLong(Long::parseLong).sum();
    }

    private double median(String way, int column) {
        var all = figures.getOrDefault(way, List.of()).stream()
                .mapToDouble(row -> row[column])
                .sorted()
                .toArray();
        return all[all.length / 2];
    }

    private static long bare(Libc libc) {
        try (var calls = new Calls(libc)) {
            var start = System.nanoTime();
            var pid = calls.allocate(8);
            var arguments = calls.texts(List.of("sh", "-c", "true")).address();
            calls.call(
                    Function.SPAWN,
                    pid.address(),
                    calls.text("/bin/sh").address(),
                    0,
                    0,
                    arguments,
                    calls.texts(List.of("PATH=/usr/bin:/bin")).address());
            var took = System.nanoTime() - start;
            calls.call(Function.WAIT4, pid.get(java.lang.foreign.ValueLayout.JAVA_INT, 0), 0, 0, 0);
            return took;
        }
    }

    private long launch(Host host, String way, String thread, int i) throws IOException, InterruptedException {
        var own = Files.createDirectory(folder.resolve(way + thread + "-" + i));
        var environment = new HashMap<String, String>();
        for (int v = 0; v < 30; v++) environment.put("VARIABLE_" + v, "some value of it " + v);
        environment.put("PATH", "/usr/bin:/bin");
        var order = new Order(
                own.resolve("record"), List.of("/bin/sh", "-c", "true"), folder, environment, own.resolve("log"));
        var start = System.nanoTime();
        var process = host.launch(order);
        var took = System.nanoTime() - start;
        var code = process.await();
        if (code.orElse(-1) != 0) throw new IllegalStateException("exit code " + code);
        return took;
    }
}
