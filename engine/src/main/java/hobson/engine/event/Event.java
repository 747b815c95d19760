package hobson.engine.event;

import java.time.Instant;

/**
 * One committed change. The types:
 *
 * <pre>{@code
 * job.created  job.configured  job.renamed  job.deleted
 * queue.submitted  queue.updated  queue.cancelled
 * build.started    its queue item has left the queue
 * build.updated    anything but its phase
 * build.finished   its result is fixed
 * build.completed  nothing of it changes by itself any more
 * build.deleted
 * user.saved  user.deleted
 * node.created  node.configured  node.renamed  node.deleted
 * node.offline     out of service, or so for another reason
 * node.online      in service again
 * }</pre>
 *
 * @param sequence position in the log, from 1, without gaps and order inversions: a reader that has seen {@code n} asks for those
 *     after it
 * @param at to the millisecond
 * @param type one of the types above
 * @param subject the object, as {@code job:17}, {@code build:17/3}, {@code queue:42}, {@code user:alice}, {@code node:agent1}
 *     ({@code node:} alone is the built-in one)
 */
public record Event(long sequence, Instant at, String by, String type, String subject) {}
