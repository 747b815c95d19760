package hobson.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Asks by a datagram, whose content nobody looks at, and reads the small documents that come back (discovery.md §1). The question is
 * longer than any answer, so that servers that guard against amplification give the whole one.
 */
final class UdpDiscovery {
    private static final int QUESTION_BYTES = 1024;
    private static final int ANSWER_BYTES = 2048;
    private static final int MOST_SERVERS = 1000;
    private static final int MOST_PROPERTIES = 32;

    private final List<InetSocketAddress> targets;
    private final List<NetworkInterface> networks;

    /** @param networks over each of which a multicast goes */
    UdpDiscovery(List<InetSocketAddress> targets, List<NetworkInterface> networks) {
        this.targets = targets;
        this.networks = networks;
    }

    List<Discovered> ask(Duration timeout) throws IOException {
        long end = System.nanoTime() + timeout.toNanos();
        try (var socket = new MulticastSocket(0)) {
            socket.setBroadcast(true);
            send(socket);
            return answers(socket, end);
        }
    }

    private void send(MulticastSocket socket) throws IOException {
        IOException failure = null;
        int sent = 0;
        for (var target : targets) {
            var question = new DatagramPacket(new byte[QUESTION_BYTES], QUESTION_BYTES, target);
            try {
                sent += target.getAddress().isMulticastAddress()
                        ? sendToGroup(socket, question)
                        : sendTo(socket, question);
            } catch (IOException e) {
                failure = e; // one network that cannot be reached is no reason not to ask the others
            }
        }
        if (sent == 0 && failure != null) {
            throw failure;
        }
    }

    private static int sendTo(MulticastSocket socket, DatagramPacket question) throws IOException {
        socket.send(question);
        return 1;
    }

    private int sendToGroup(MulticastSocket socket, DatagramPacket question) throws IOException {
        for (var network : networks) {
            socket.setNetworkInterface(network);
            socket.send(question);
        }
        return networks.size();
    }

    private static List<Discovered> answers(MulticastSocket socket, long end) throws IOException {
        var found = new LinkedHashMap<Map<String, String>, Discovered>();
        var answer = new DatagramPacket(new byte[ANSWER_BYTES], ANSWER_BYTES);
        while (found.size() < MOST_SERVERS && receive(socket, answer, end)) {
            InetAddress sender = answer.getAddress();
            said(answer).ifPresent(properties -> found.putIfAbsent(properties, Discovered.of(sender, properties)));
        }
        return List.copyOf(found.values());
    }

    /** Whether something came in time. */
    static boolean receive(MulticastSocket socket, DatagramPacket answer, long end) throws IOException {
        long millis = Duration.ofNanos(end - System.nanoTime()).toMillis();
        if (millis <= 0) {
            return false;
        }
        socket.setSoTimeout((int) Math.min(millis, Integer.MAX_VALUE));
        answer.setLength(answer.getData().length);
        try {
            socket.receive(answer);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    private static Optional<Map<String, String>> said(DatagramPacket answer) {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var bytes = new ByteArrayInputStream(answer.getData(), answer.getOffset(), answer.getLength());
            return Optional.of(properties(factory.createXMLStreamReader(bytes, UTF_8.name())));
        } catch (XMLStreamException | RuntimeException e) {
            return Optional.empty(); // not a server: anybody may send anything to this port
        }
    }

    private static Map<String, String> properties(XMLStreamReader reader) throws XMLStreamException {
        var properties = new LinkedHashMap<String, String>();
        reader.nextTag();
        reader.require(XMLStreamReader.START_ELEMENT, null, "hudson");
        while (reader.nextTag() == XMLStreamReader.START_ELEMENT && properties.size() < MOST_PROPERTIES) {
            properties.put(reader.getLocalName(), reader.getElementText());
        }
        return properties;
    }
}
