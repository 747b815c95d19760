package hobson.store;

import hobson.engine.build.Build;
import hobson.engine.build.PastBuilds;
import hobson.engine.event.Change;
import java.sql.SQLException;
import java.util.List;

/** Builds of another server, put into tables {@code build} and {@code build_detail}. */
final class SqlPastBuilds implements PastBuilds {
    private static final String KNOWN = "SELECT count(*) FROM build WHERE job = ? AND number = ?";
    private static final String USED =
            "SELECT (SELECT count(*) FROM queue_item WHERE id = ?) + (SELECT count(*) FROM queue_left WHERE id = ?)";
    private static final String RAISE_NEXT =
            "UPDATE job SET next_build_number = ? WHERE id = ? AND next_build_number < ?";
    private static final String RAISE_QUEUE_ID = "UPDATE last_id SET value = ? WHERE name = 'queue_item' AND value < ?";

    private final Access access;

    SqlPastBuilds(Access access) {
        this.access = access;
    }

    @Override
    public void adopt(long jobId, List<Build> builds, int next, Change change) {
        access.perform(transaction -> {
            int lowest = next;
            boolean added = false;
            for (var build : builds) {
                if (transaction.number(KNOWN, jobId, build.number()) == 0) {
                    add(transaction, build, change);
                    lowest = Math.max(lowest, build.number() + 1);
                    added = true;
                }
            }
            transaction.change(RAISE_NEXT, lowest, jobId, lowest);
            if (added) {
                JobSummaries.deleted(transaction, jobId);
            }
        });
    }

    /** A queue item that has the same number here is another one: the build then came from none. */
    private static void add(Transaction transaction, Build build, Change change) throws SQLException {
        long item = build.queueId();
        boolean used = item > 0 && transaction.number(USED, item, item) > 0;
        SqlBuilds.add(transaction, build, used ? 0 : item);
        transaction.change(RAISE_QUEUE_ID, item, item);
        transaction.event(EventType.BUILD_COMPLETED, build.jobId() + "/" + build.number(), change);
    }
}
