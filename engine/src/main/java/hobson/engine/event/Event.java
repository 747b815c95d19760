package hobson.engine.event;

import java.time.Instant;

/**
 * One committed change.
 *
 * @param sequence position in the log, from 1, without order inversions: a reader that has seen {@code n} asks for those after it
 * @param type {@code job.created}, {@code build.finished} and so on
 * @param subject the object, as {@code job:17}, {@code build:17/3}, {@code queue:42}, {@code user:alice}
 */
public record Event(long sequence, Instant at, String by, String type, String subject) {}
