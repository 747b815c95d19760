package hobson.remote.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private Instant now = Instant.parse("2026-01-05T08:00:00Z");
    private final RateLimit limit = new RateLimit(new InstantSource() {
        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void admits_oneAddress_isAnsweredFiveTimesASecond() throws Exception {
        assertThat(admitted(address(1), 20)).isEqualTo(RateLimit.PER_ADDRESS);

        now = now.plusMillis(200);
        assertThat(admitted(address(1), 20)).isEqualTo(1);
        now = now.plus(Duration.ofDays(20_000));
        assertThat(admitted(address(1), 20)).isEqualTo(RateLimit.PER_ADDRESS);
    }

    @Test
    void admits_manyAddresses_meetTheCommonLimit() throws Exception {
        int admitted = 0;
        for (int i = 0; i < 10_000; i++) {
            admitted += admitted(address(i), 1);
        }

        assertThat(admitted).isEqualTo(RateLimit.IN_TOTAL);
    }

    @Test
    void admits_asksAllTheTime_isAnsweredAllTheSame() throws Exception {
        int admitted = 0;
        for (int i = 0; i < 10_000; i++) {
            now = now.plusNanos(100_000);
            admitted += admitted(address(1), 1);
        }

        assertThat(admitted).isBetween(2 * RateLimit.PER_ADDRESS - 1, 2 * RateLimit.PER_ADDRESS);
    }

    @Test
    void admits_clockSetBack_goesOn() throws Exception {
        admitted(address(1), 20);
        now = now.minusSeconds(3600);
        admitted(address(1), 20);
        now = now.plusSeconds(3602);

        assertThat(admitted(address(1), 20)).isEqualTo(RateLimit.PER_ADDRESS);
    }

    private int admitted(InetAddress address, int times) {
        int admitted = 0;
        for (int i = 0; i < times; i++) {
            admitted += limit.admits(address) ? 1 : 0;
        }
        return admitted;
    }

    private static InetAddress address(int number) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {10, (byte) (number >> 16), (byte) (number >> 8), (byte) number});
    }
}
