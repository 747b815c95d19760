package hobson.client;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Asks by multicast DNS for the services under which servers announce themselves (discovery.md §2). It asks again while it waits,
 * since datagrams get lost; a responder that names a service without describing it is asked for the description.
 */
final class DnsDiscovery {
    private static final List<String> GROUPS = List.of("224.0.0.251", "ff02::fb");
    private static final int PORT = 5353;
    private static final List<String> TYPES = List.of("_jenkins._tcp.local", "_hudson._tcp.local");
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int ANSWER_BYTES = 9000;
    private static final int MOST_SERVERS = 1000;

    private final List<NetworkInterface> networks;
    private final TreeSet<String> undescribed = new TreeSet<>();
    private final Map<Map<String, String>, Discovered> found = new LinkedHashMap<>();

    DnsDiscovery(List<NetworkInterface> networks) {
        this.networks = networks;
    }

    List<Discovered> ask(Duration timeout) throws IOException {
        long end = System.nanoTime() + timeout.toNanos();
        try (var socket = new MulticastSocket(0)) {
            var answer = new DatagramPacket(new byte[ANSWER_BYTES], ANSWER_BYTES);
            while (System.nanoTime() < end) {
                long pause = Math.min(end, System.nanoTime() + PAUSE.toNanos());
                sendQuestions(socket);
                while (UdpDiscovery.receive(socket, answer, pause)) {
                    read(answer);
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** One network, or one kind of address, in which nothing can be sent is no reason not to ask in the others. */
    private void sendQuestions(MulticastSocket socket) throws IOException {
        var failure = new IOException("there is no network in which it could be");
        int sent = 0;
        for (var network : networks) {
            for (var group : GROUPS) {
                try {
                    socket.setNetworkInterface(network);
                    sendQuestions(socket, new InetSocketAddress(group, PORT));
                    sent++;
                } catch (IOException e) {
                    failure.addSuppressed(e);
                }
            }
        }
        if (sent == 0) {
            throw failure;
        }
    }

    private void sendQuestions(MulticastSocket socket, InetSocketAddress group) throws IOException {
        for (var type : TYPES) {
            send(socket, group, DnsMessage.question(type, DnsMessage.PTR));
        }
        for (var instance : undescribed) {
            send(socket, group, DnsMessage.question(instance, DnsMessage.ANY));
        }
    }

    private static void send(MulticastSocket socket, InetSocketAddress group, byte[] question) throws IOException {
        socket.send(new DatagramPacket(question, question.length, group));
    }

    private void read(DatagramPacket answer) {
        var entries = DnsMessage.entries(answer.getData(), answer.getLength()).orElse(List.of());
        for (var entry : entries) {
            if (entry.type() == DnsMessage.PTR && TYPES.contains(entry.name()) && undescribed.size() < MOST_SERVERS) {
                undescribed.add(entry.target());
            }
        }
        for (var entry : entries) {
            if (entry.type() == DnsMessage.TXT && undescribed.contains(entry.name())) {
                keep(answer.getAddress(), entry.properties());
            }
        }
        entries.stream()
                .filter(entry -> entry.type() == DnsMessage.TXT)
                .forEach(entry -> undescribed.remove(entry.name()));
    }

    private void keep(InetAddress sender, Map<String, String> properties) {
        if (!properties.isEmpty() && found.size() < MOST_SERVERS) {
            found.putIfAbsent(properties, Discovered.of(sender, properties));
        }
    }
}
