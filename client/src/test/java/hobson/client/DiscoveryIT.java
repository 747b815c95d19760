package hobson.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import hobson.remote.discovery.Announcement;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against the responder of the server. */
@Tag(TestServer.HOBSON_ONLY)
class DiscoveryIT {
    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final String URL = "http://ci.example:8080/" + "long/".repeat(60) + "?a=1&b=2";

    private static hobson.remote.discovery.Discovery responder(int port, String url) throws Exception {
        return new hobson.remote.discovery.Discovery(
                new Announcement("2.462", url, ID), InetAddress.getByName("0.0.0.0"), port, InstantSource.system());
    }

    private static int freePort() throws Exception {
        try (var socket = new DatagramSocket()) {
            return socket.getLocalPort();
        }
    }

    /** Whether no other server of this machine answers there. */
    private static boolean isFree(int port) {
        try (var socket = new DatagramSocket(port)) {
            return socket.isBound();
        } catch (SocketException e) {
            return false;
        }
    }

    @Test
    void udp_oneServer_tellsItsWholeAddress() throws Exception {
        int port = freePort();
        try (var responder = responder(port, URL)) {
            responder.start();

            var found =
                    Discovery.udp(Duration.ofSeconds(2), new InetSocketAddress(InetAddress.getLoopbackAddress(), port));

            assertThat(found).singleElement().satisfies(server -> {
                assertThat(server.url()).contains(URI.create(URL));
                assertThat(server.version()).contains("2.462");
                assertThat(server.serverId()).contains(ID);
                assertThat(server.sender().isLoopbackAddress()).isTrue();
            });
        }
    }

    @Test
    void udp_everybody_findsOurs() throws Exception {
        assumeThat(isFree(Discovery.UDP_PORT)).isTrue();
        try (var responder = responder(Discovery.UDP_PORT, URL)) {
            responder.start();

            assertThat(Discovery.udp(Duration.ofSeconds(2)))
                    .anySatisfy(server -> assertThat(server.url()).contains(URI.create(URL)));
        }
    }

    @Test
    void udp_answersThatAreNone_areLeftOut() throws Exception {
        try (var liar = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            var answering = Thread.ofVirtual()
                    .start(() -> answer(
                            liar,
                            "<!DOCTYPE hudson [<!ENTITY e 'x'>]><hudson><url>&e;</url></hudson>",
                            "<html/>",
                            "not even",
                            "<hudson><url>file:///etc/passwd</url><version>1.395</version></hudson>"));

            var found = Discovery.udp(
                    Duration.ofSeconds(1),
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), liar.getLocalPort()));

            answering.join();
            assertThat(found).singleElement().satisfies(server -> {
                assertThat(server.url()).isEmpty();
                assertThat(server.version()).contains("1.395");
            });
        }
    }

    private static void answer(DatagramSocket socket, String... answers) {
        try {
            var question = new DatagramPacket(new byte[2048], 2048);
            socket.receive(question);
            for (var answer : answers) {
                var bytes = answer.getBytes(UTF_8);
                socket.send(new DatagramPacket(bytes, bytes.length, question.getSocketAddress()));
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void dnsSd_announcedServer_isFoundOnce() throws Exception {
        var url = "http://127.0.0.1:8080/ci/";
        try (var responder = responder(0, url)) {
            responder.start(); // announces itself within seconds

            var found = Waiting.await(
                    () -> Optional.of(announced()).filter(list -> !list.isEmpty()),
                    new Pace("Until it is announced", Duration.ofSeconds(40)));

            assertThat(found).singleElement().satisfies(server -> {
                assertThat(server.url()).contains(URI.create(url));
                assertThat(server.properties()).containsEntry("path", "/ci/");
            });
        }
    }

    private static List<Discovered> announced() {
        return Discovery.dnsSd(Duration.ofSeconds(2)).stream()
                .filter(server -> server.serverId().filter(ID::equals).isPresent())
                .toList();
    }
}
