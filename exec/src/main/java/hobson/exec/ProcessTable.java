package hobson.exec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The processes of this machine that lived at one moment. Systems without {@code /proc} tell neither session nor environment. */
record ProcessTable(Map<Integer, Entry> entries) {
    private static final Path PROC = Path.of("/proc");

    /** @param started tells it from another process that gets the same id later */
    record Entry(int pid, int parent, int session, long started) {

        /** Asks it to end, or kills it. Does nothing if it has ended, whoever has its id now. */
        void end(boolean kill) {
            ProcessHandle.of(pid).filter(process -> isStillThere()).ifPresent(process -> {
                if (kill) process.destroyForcibly();
                else process.destroy();
            });
        }

        private boolean isStillThere() {
            return one(pid).filter(now -> now.started == started).isPresent();
        }
    }

    static ProcessTable read() {
        var entries = new HashMap<Integer, Entry>();
        pids().forEach(pid -> one(pid).ifPresent(entry -> entries.put(pid, entry)));
        return new ProcessTable(entries);
    }

    private static List<Integer> pids() {
        var names = PROC.toFile().list((_, name) -> Character.isDigit(name.charAt(0)));
        if (names != null) return Arrays.stream(names).map(Integer::valueOf).toList();
        return ProcessHandle.allProcesses().map(process -> (int) process.pid()).toList();
    }

    private static Optional<Entry> one(int pid) {
        try {
            var stat = Files.readString(PROC.resolve(pid + "/stat"), ISO_8859_1);
            return parse(pid, stat);
        } catch (IOException _) {
            return Files.exists(PROC.resolve("self/stat")) ? Optional.empty() : portable(pid);
        }
    }

    /** Empty for a process of which only its exit code is left. */
    static Optional<Entry> parse(int pid, String stat) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 21); // the name may have blanks and brackets
        var onlyThread = fields[17].equals("1");
        if ("ZX".contains(fields[0]) && onlyThread) return Optional.empty();
        return Optional.of(
                new Entry(pid, Integer.parseInt(fields[1]), Integer.parseInt(fields[3]), Long.parseLong(fields[19])));
    }

    private static Optional<Entry> portable(int pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(process -> new Entry(
                        pid,
                        process.parent().map(parent -> (int) parent.pid()).orElse(0),
                        0,
                        process.info()
                                .startInstant()
                                .map(java.time.Instant::toEpochMilli)
                                .orElse(0L)));
    }

    /** Without this server and those that it descends from. */
    Collection<Entry> others() {
        var others = new HashMap<>(entries);
        var self = others.remove((int) ProcessHandle.current().pid());
        while (self != null) self = others.remove(self.parent);
        return others.values();
    }

    /** These of them, and all that descend from them, children before their parents. */
    static List<Entry> trees(Collection<Entry> all, Predicate<Entry> root) {
        var children = all.stream().collect(Collectors.groupingBy(Entry::parent));
        var found = new LinkedHashMap<Integer, Entry>();
        var open = new ArrayDeque<>(all.stream().filter(root).toList());
        while (!open.isEmpty()) {
            var next = open.remove();
            if (found.putIfAbsent(next.pid, next) == null) open.addAll(children.getOrDefault(next.pid, List.of()));
        }
        var depths = Comparator.comparingInt((Entry entry) -> depth(entry, found));
        return found.values().stream().sorted(depths.reversed()).toList();
    }

    private static int depth(Entry entry, Map<Integer, Entry> tree) {
        var depth = 0;
        var at = tree.get(entry.parent);
        for (; at != null && depth < tree.size(); depth++) at = tree.get(at.parent);
        return depth;
    }

    /** {@code NAME=value}, a character for each byte; empty when it may not be read or the process has ended. */
    static Set<String> environment(Entry entry) {
        try {
            var bytes = Files.readAllBytes(PROC.resolve(entry.pid + "/environ"));
            return Set.copyOf(Arrays.asList(new String(bytes, ISO_8859_1).split("\0")));
        } catch (IOException _) {
            return Set.of();
        }
    }
}
