package hobson.client;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The builds of a job, a hundred at a time. */
final class History {
    private static final int PAGE = 100;

    /** So many builds are looked at for that of a queue item: what is asked for later than that is not asked for any more. */
    private static final int FARTHEST = 1_000;

    private final Connection connection;
    private final String job;

    /** @param job its address below the server's */
    History(Connection connection, String job) {
        this.connection = connection;
        this.job = job;
    }

    /** The newest first. Of those that are being built, none is looked for beyond the oldest that an executor has. */
    Stream<BuildInfo> stream(BuildFilter filter) {
        boolean running = filter.building().equals(Optional.of(true));
        Iterable<BuildInfo> builds = () -> new Pages(running);
        return StreamSupport.stream(builds.spliterator(), false)
                .takeWhile(build -> !filter.endsBefore(build))
                .filter(filter::takes);
    }

    /** The number of the build that was that queue item. */
    Optional<Integer> ofQueueItem(long item) {
        for (int from = 0; from < FARTHEST; from += PAGE) {
            var page = page("number,queueId", from);
            for (var build : page) {
                if (build.number("queueId", -1) == item) {
                    return Optional.of((int) build.number("number", 0));
                }
            }
            if (page.size() < PAGE) {
                break;
            }
        }
        return Optional.empty();
    }

    private List<Json> page(String fields, int from) {
        var tree = "allBuilds[" + fields + "]{" + from + "," + (from + PAGE) + "}";
        try {
            return connection
                    .json(job + "api/json?tree=" + ItemPath.encoded(tree))
                    .get("allBuilds")
                    .items();
        } catch (HobsonException.ServerFailure e) {
            if (from > 0 && e.status() == 500) {
                return List.of(); // old servers fail beyond the end (remote-api.md §3.4)
            }
            throw e;
        }
    }

    /** The lowest number of what executors build of the job; above all when that is nothing. */
    private long oldestRunning() {
        var path = Addresses.item("/" + job);
        var executors = "[" + ExecutorInfo.TREE + "]";
        try {
            return new Resource(connection, "computer/")
                    .tree("computer[executors" + executors + ",oneOffExecutors" + executors + "]")
                    .each("computer")
                    .flatMap(node -> ExecutorInfo.busy(node).stream())
                    .filter(executor -> executor.job().equals(Optional.of(path)))
                    .mapToLong(executor -> executor.buildNumber().orElse(0))
                    .min()
                    .orElse(Long.MAX_VALUE);
        } catch (HobsonException.Forbidden | HobsonException.NotFound e) {
            return 0; // whoever may not see executors looks at all builds
        }
    }

    private final class Pages implements Iterator<BuildInfo> {
        private List<Json> page = page(BuildInfo.FIELDS, 0);
        private final boolean running;
        private @Nullable Long oldest;
        private int from;
        private int next;

        Pages(boolean running) {
            this.running = running;
        }

        @Override
        public boolean hasNext() {
            if (next == page.size() && page.size() == PAGE && goesOn(page.get(PAGE - 1))) {
                from += PAGE;
                page = page(BuildInfo.FIELDS, from);
                next = 0;
            }
            return next < page.size();
        }

        private boolean goesOn(Json last) {
            if (!running) {
                return true;
            }
            if (oldest == null) {
                oldest = oldestRunning();
            }
            return last.number("number", 0) > oldest;
        }

        @Override
        public BuildInfo next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return BuildInfo.of(page.get(next++));
        }
    }
}
