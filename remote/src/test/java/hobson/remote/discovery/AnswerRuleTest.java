package hobson.remote.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerRuleTest {
    private static final Announcement SHORT =
            new Announcement("2.462", "http://ci:8080/", "0123456789abcdef0123456789abcdef");
    private static final Announcement LONG =
            new Announcement("2.462", "http://ci/" + "x".repeat(200) + "/", "0123456789abcdef0123456789abcdef");
    private static final byte[] EMPTY = {};
    private static final int OWN_PORT = 4711;

    @ParameterizedTest
    @ValueSource(strings = {"192.168.7.200", "127.0.0.1", "169.254.3.4"})
    void answer_neighbour_isTold(String sender) throws Exception {
        assertThat(answer(SHORT, sender, 50_000, EMPTY)).isEqualTo(new String(SHORT.xml(), UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.168.8.1",
                "8.8.8.8",
                "192.168.7.255",
                "255.255.255.255",
                "239.77.124.213",
                "0.0.0.0",
                "192.168.7.3"
            })
    void answer_strangerCrowdOrOurselves_isNotTold(String sender) throws Exception {
        assertThat(answer(SHORT, sender, 50_000, EMPTY)).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {33848, OWN_PORT, 0})
    void answer_portOfAResponder_isNotTold(int port) throws Exception {
        assertThat(answer(SHORT, "192.168.7.200", port, EMPTY)).isNull();
    }

    @Test
    void answer_answer_isNotAnswered() throws Exception {
        assertThat(answer(SHORT, "192.168.7.200", 50_000, SHORT.xml())).isNull();
        assertThat(answer(SHORT, "192.168.7.200", 50_000, "<hudson".getBytes(UTF_8)))
                .isNull();
        assertThat(answer(SHORT, "192.168.7.200", 50_000, "<hudso".getBytes(UTF_8)))
                .isNotNull();
    }

    @Test
    void answer_longRootUrl_isToldOnlyForAsMuch() throws Exception {
        assertThat(answer(LONG, "192.168.7.200", 50_000, EMPTY)).isEqualTo(new String(LONG.shortXml(), UTF_8));
        assertThat(answer(LONG, "192.168.7.200", 50_000, new byte[LONG.xml().length - 1]))
                .isEqualTo(new String(LONG.shortXml(), UTF_8));
        assertThat(answer(LONG, "192.168.7.200", 50_000, new byte[LONG.xml().length]))
                .isEqualTo(new String(LONG.xml(), UTF_8));
        assertThat(LONG.shortXml()).hasSizeLessThan(AnswerRule.COMPATIBLE_BYTES);
    }

    @Test
    void answer_serverForThisMachineOnly_tellsNobodyElse() throws Exception {
        var rule = new AnswerRule(SHORT, OWN_PORT);
        var loopback = List.of(new Network(address("127.0.0.1"), 8));

        assertThat(rule.answer(new InetSocketAddress(address("169.254.3.4"), 50_000), EMPTY, loopback))
                .isEmpty();
        assertThat(rule.answer(new InetSocketAddress(address("192.168.7.200"), 50_000), EMPTY, loopback))
                .isEmpty();
        assertThat(rule.answer(new InetSocketAddress(address("127.0.0.1"), 50_000), EMPTY, loopback))
                .isPresent();
    }

    private static @org.jspecify.annotations.Nullable String answer(
            Announcement announcement, String sender, int port, byte[] datagram) throws UnknownHostException {
        var networks = List.of(new Network(address("192.168.7.3"), 24), new Network(address("127.0.0.1"), 8));
        return new AnswerRule(announcement, OWN_PORT)
                .answer(new InetSocketAddress(sender, port), datagram, networks)
                .map(bytes -> new String(bytes, UTF_8))
                .orElse(null);
    }

    private static InetAddress address(String text) throws UnknownHostException {
        return InetAddress.getByName(text);
    }
}
