package hobson.remote.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UdpResponderIT {
    private static final Announcement ANNOUNCEMENT =
            new Announcement("2.462", "http://127.0.0.1:8080/", "0123456789abcdef0123456789abcdef");

    /** Long enough for a datagram that comes; the tests that expect none send one that gets an answer after it. */
    private static final int PATIENCE_MILLIS = 10_000;

    @Test
    void answer_anyDatagram_isTheAnnouncement() throws Exception {
        try (var responder = start();
                var client = client()) {
            for (var datagram : List.of(new byte[0], new byte[10], new byte[128], new byte[4096])) {
                send(client, responder, datagram);
                assertThat(receive(client)).isEqualTo(new String(ANNOUNCEMENT.xml(), UTF_8));
            }
        }
    }

    @Test
    void answer_isSentFromTheWellKnownSocket() throws Exception {
        try (var responder = start();
                var client = client()) {
            send(client, responder, new byte[0]);
            var packet = new DatagramPacket(new byte[2048], 2048);
            client.receive(packet);

            assertThat(packet.getPort()).isEqualTo(responder.port());
        }
    }

    @Test
    void answer_otherServersAnswer_isIgnored() throws Exception {
        try (var responder = start();
                var client = client()) {
            send(client, responder, ANNOUNCEMENT.xml());
            send(client, responder, "marker".getBytes(UTF_8));

            assertThat(receive(client)).startsWith("<hudson>");
            assertThat(answers(client)).isEmpty();
        }
    }

    @Test
    void answer_flood_isLimited() throws Exception {
        try (var responder = new Fixed().start();
                var client = client()) {
            for (int i = 0; i < 200; i++) {
                send(client, responder, new byte[i]);
            }
            for (int i = 0; i < RateLimit.PER_ADDRESS; i++) {
                assertThat(receive(client)).startsWith("<hudson>");
            }

            assertThat(answers(client)).isEmpty();
        }
    }

    @Test
    void start_portInUse_failsWithoutAThread() throws Exception {
        try (var first = start()) {
            assertThatThrownBy(() -> UdpResponder.start(ANNOUNCEMENT, loopback(), first.port(), InstantSource.system()))
                    .isInstanceOf(BindException.class);
        }
    }

    @Test
    void close_running_freesThePort() throws Exception {
        boolean free = false;
        for (int attempt = 0; attempt < 5 && !free; attempt++) { // now and then another program gets the port first
            free = isFreeAfterClose();
        }
        assertThat(free).isTrue();
    }

    private static boolean isFreeAfterClose() throws IOException {
        int port;
        try (var responder = start()) {
            port = responder.port();
        }
        try {
            UdpResponder.start(ANNOUNCEMENT, loopback(), port, InstantSource.system())
                    .close();
            return true;
        } catch (BindException e) {
            return false;
        }
    }

    private static UdpResponder start() throws IOException {
        return UdpResponder.start(ANNOUNCEMENT, loopback(), 0, InstantSource.system());
    }

    /** A clock that stands still, so that no token comes back. */
    private static final class Fixed {
        private UdpResponder start() throws IOException {
            var now = java.time.Instant.EPOCH;
            return UdpResponder.start(ANNOUNCEMENT, loopback(), 0, () -> now);
        }
    }

    private static DatagramSocket client() throws IOException {
        var client = new DatagramSocket(new InetSocketAddress(loopback(), 0));
        client.setSoTimeout(PATIENCE_MILLIS);
        return client;
    }

    private static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }

    private static void send(DatagramSocket client, UdpResponder to, byte[] datagram) throws IOException {
        client.send(new DatagramPacket(datagram, datagram.length, loopback(), to.port()));
    }

    private static String receive(DatagramSocket client) throws IOException {
        var packet = new DatagramPacket(new byte[2048], 2048);
        client.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), UTF_8);
    }

    /** What has arrived already, datagrams on the loopback being delivered in order. */
    private static List<String> answers(DatagramSocket client) throws IOException {
        var answers = new ArrayList<String>();
        client.setSoTimeout(1);
        try {
            while (true) {
                answers.add(receive(client));
            }
        } catch (SocketTimeoutException e) {
            return answers;
        }
    }
}
