package hobson.remote;

import java.time.Duration;

/**
 * Something to be done again and again, apart from requests: the first time soon after the start.
 *
 * @param name for logs and people
 * @param interval from the end of one time to the beginning of the next
 * @param work does not wait for anything slow; what it throws is logged, and the next time comes all the same
 */
public record BackgroundTask(String name, Duration interval, Runnable work) {}
