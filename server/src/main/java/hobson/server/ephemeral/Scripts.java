package hobson.server.ephemeral;

import hobson.server.ephemeral.Script.Content;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the builds of which jobs come to. One of a build's own goes before one of its job's, and that before those of patterns, the newest
 * first; a build without any succeeds at once. Used by many threads.
 */
public final class Scripts {
    private static final int MOST = 10_000;

    private final Map<String, Map<Integer, Content>> byNumber = new HashMap<>();
    private final LinkedHashMap<String, Content> byJob = new LinkedHashMap<>();
    private final Set<String> changed = new HashSet<>();

    /** @param job its full name, as {@code team/deploy}, or a pattern: {@code *} is anything in one folder, {@code **} anything */
    public Script of(String job) {
        return new Script(this, job, null);
    }

    synchronized void put(String job, @Nullable Integer number, Content content) {
        if (byJob.size() >= MOST || byNumber.size() >= MOST) {
            throw new IllegalStateException("There are " + MOST + " scripts already");
        }
        if (number == null) {
            byJob.putLast(job, content);
        } else {
            byNumber.computeIfAbsent(job, _ -> new HashMap<>()).put(number, content);
        }
    }

    synchronized Optional<Content> find(String job, int number) {
        var own = byNumber.getOrDefault(job, Map.of()).get(number);
        return own == null ? find(job) : Optional.of(own);
    }

    private Optional<Content> find(String job) {
        var exact = byJob.get(job);
        if (exact != null) {
            return Optional.of(exact);
        }
        return byJob.reversed().entrySet().stream()
                .filter(entry -> Glob.of(entry.getKey()).matches(job))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Whether anything was said of builds of the job. */
    synchronized boolean mentions(String job) {
        return byNumber.containsKey(job) || find(job).isPresent();
    }

    synchronized void addCommits(String job) {
        if (changed.size() < MOST) {
            changed.add(job);
        }
    }

    synchronized boolean takeCommits(String job) {
        return changed.remove(job);
    }

    /** Every build succeeds at once, and nobody has committed anything. */
    public synchronized void clear() {
        changed.clear();
        byNumber.clear();
        byJob.clear();
    }
}
