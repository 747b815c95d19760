package hobson.client;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

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

    /** The newest first. */
    Stream<BuildInfo> stream(BuildFilter filter) {
        Iterable<BuildInfo> builds = Pages::new;
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

    private final class Pages implements Iterator<BuildInfo> {
        private List<Json> page = page(BuildInfo.FIELDS, 0);
        private int from;
        private int next;

        @Override
        public boolean hasNext() {
            if (next == page.size() && page.size() == PAGE) {
                from += PAGE;
                page = page(BuildInfo.FIELDS, from);
                next = 0;
            }
            return next < page.size();
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
