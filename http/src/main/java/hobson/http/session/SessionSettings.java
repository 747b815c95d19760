package hobson.http.session;

import java.time.Duration;

/**
 * How many browsers are remembered, and for how long.
 *
 * @param most sessions before a login, as many again after one, and as many of scripts: who opens thousands of one kind ends none of
 *     another
 * @param idle a session that was not used for that long is over
 */
public record SessionSettings(int most, Duration idle) {
    public static final SessionSettings DEFAULT = new SessionSettings(10_000, Duration.ofMinutes(60));

    public SessionSettings {
        if (most < 1) throw new IllegalArgumentException("sessions: " + most);
        if (!idle.isPositive()) throw new IllegalArgumentException("session idle time: " + idle);
    }
}
