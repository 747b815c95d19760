package hobson.remote.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {
    @ParameterizedTest
    @CsvSource({
        "192.168.7.3, 24, 192.168.7.200, true",
        "192.168.7.3, 24, 192.168.8.3, false",
        "192.168.7.3, 20, 192.168.15.255, true",
        "192.168.7.3, 20, 192.168.16.0, false",
        "10.1.2.3, 32, 10.1.2.3, true",
        "10.1.2.3, 32, 10.1.2.2, false",
        "10.1.2.3, 0, 200.1.1.1, true",
        "127.0.0.1, 8, 127.9.9.9, true",
        "fe80::1, 64, fe80::2, true",
        "fe80::1, 64, fe81::2, false",
        "10.1.2.3, 8, fe80::2, false",
    })
    void contains_address_followsThePrefix(String own, int bits, String other, boolean inside) throws Exception {
        assertThat(network(own, bits).contains(address(other))).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.7.3, 24, 192.168.7.255, true",
        "192.168.7.3, 24, 192.168.7.254, false",
        "192.168.7.3, 24, 192.168.8.255, false",
        "192.168.7.3, 25, 192.168.7.127, true",
        "10.0.0.1, 31, 10.0.0.1, false",
        "10.0.0.1, 0, 255.255.255.255, true",
        "fe80::1, 64, fe80::ffff:ffff:ffff:ffff, false",
    })
    void isBroadcast_address_isTheLastOfTheNetwork(String own, int bits, String other, boolean everybody)
            throws Exception {
        assertThat(network(own, bits).isBroadcast(address(other))).isEqualTo(everybody);
    }

    private static Network network(String own, int bits) throws UnknownHostException {
        return new Network(address(own), bits);
    }

    private static InetAddress address(String text) throws UnknownHostException {
        return InetAddress.getByName(text);
    }
}
