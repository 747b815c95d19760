package hobson.remote.feed;

import hobson.engine.item.Job;
import java.util.List;
import java.util.function.Function;

/**
 * What a feed is about.
 *
 * @param address below the root, with a slash at the end; empty for the root
 * @param addressOf where the feed says that a job is, below the root
 */
record Owner(String title, String address, List<Job> jobs, Function<Job, String> addressOf) {}
