package hobson.remote.discovery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscoveryIT {
    private static final String ID = "0123456789abcdef0123456789abcdef";

    @Test
    void start_portInUse_leavesTheServerAlone() throws Exception {
        try (var occupant = new DatagramSocket(new InetSocketAddress(0));
                var discovery = discovery(occupant.getLocalPort())) {
            discovery.start();

            assertThat(occupant.isClosed()).isFalse();
        }
    }

    @Test
    void close_neverStarted_doesNothing() {
        discovery(0).close();
    }

    @Test
    void dnsService_started_isFoundByItsThreeTypes() throws Exception {
        var url = "http://127.0.0.1:8080/ci/";
        var announcement = new Announcement("2.462", url, ID);
        try (var announced = DnsService.start(announcement, URI.create(url), InetAddress.getLoopbackAddress())) {
            assertThat(announced).isNotNull();
            for (var type : List.of("_hudson", "_jenkins", "_http")) {
                assertThat(asked(type))
                        .containsIgnoringCase("jenkins")
                        .contains("hobson-01234567", "url=" + url, "version=2.462", "server-id=" + ID, "path=/ci/");
            }
        }
    }

    /** Asks for a type of service until somebody answers: the names are not announced before they have been probed. */
    private static String asked(String type) throws IOException {
        var loopback = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
        var question = question(type);
        try (var socket = new MulticastSocket()) {
            socket.setNetworkInterface(loopback);
            socket.setSoTimeout(250);
            for (int i = 0; i < 80; i++) {
                socket.send(new DatagramPacket(question, question.length, InetAddress.getByName("224.0.0.251"), 5353));
                var answer = new DatagramPacket(new byte[9000], 9000);
                try {
                    socket.receive(answer);
                    return new String(answer.getData(), 0, answer.getLength(), ISO_8859_1);
                } catch (SocketTimeoutException e) {
                    // not yet
                }
            }
        }
        throw new AssertionError("no answer for " + type);
    }

    /** RFC 1035: a header that announces one question; the question's name, type PTR and class IN. */
    private static byte[] question(String type) {
        var question = new ByteArrayOutputStream();
        question.writeBytes(new byte[] {0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0});
        for (var label : List.of(type, "_tcp", "local")) {
            question.write(label.length());
            question.writeBytes(label.getBytes(ISO_8859_1));
        }
        question.writeBytes(new byte[] {0, 0, 12, 0, 1});
        return question.toByteArray();
    }

    private static Discovery discovery(int port) {
        return new Discovery(
                new Announcement("2.462", null, ID), InetAddress.getLoopbackAddress(), port, InstantSource.system());
    }
}
