package hobson.remote.discovery;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.time.InstantSource;
import java.util.Optional;

/** Answers datagrams, in one thread with one buffer; its end, whatever it is, concerns nobody else (discovery.md §1, §5.6). */
final class UdpResponder implements AutoCloseable {
    private static final System.Logger log = System.getLogger(UdpResponder.class.getName());
    private static final String GROUP = "239.77.124.213";
    private static final int BUFFER = 2048;

    private final DatagramChannel channel;
    private final AnswerRule rule;
    private final Networks networks;
    private final RateLimit limit;

    private UdpResponder(DatagramChannel channel, AnswerRule rule, Networks networks, RateLimit limit) {
        this.channel = channel;
        this.rule = rule;
        this.networks = networks;
        this.limit = limit;
    }

    /** Starts to answer on that port, 0 for any that is free. */
    static UdpResponder start(Announcement announcement, InetAddress listening, int port, InstantSource clock)
            throws IOException {
        var networks = new Networks(listening, clock);
        var channel = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            channel.bind(new InetSocketAddress(port)); // all addresses: broadcasts reach no other
            var group = InetAddress.getByName(GROUP);
            for (var network : networks.multicast()) {
                join(channel, group, network);
            }
            var rule = new AnswerRule(announcement, port(channel));
            var responder = new UdpResponder(channel, rule, networks, new RateLimit(clock));
            Thread.ofPlatform().daemon().name("discovery-udp").start(responder::answerAll);
            return responder;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void join(DatagramChannel channel, InetAddress group, java.net.NetworkInterface network) {
        try {
            channel.join(group, network);
        } catch (IOException | IllegalArgumentException e) {
            log.log(
                    DEBUG,
                    "Discovery does not hear the group {0} on {1}: {2}",
                    GROUP,
                    network.getName(),
                    e.getMessage());
        }
    }

    int port() throws IOException {
        return port(channel);
    }

    private static int port(DatagramChannel channel) throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    private void answerAll() {
        var buffer = ByteBuffer.allocate(BUFFER);
        try {
            while (true) {
                buffer.clear();
                if (channel.receive(buffer) instanceof InetSocketAddress sender) {
                    buffer.flip();
                    answer(sender, buffer);
                }
            }
        } catch (ClosedChannelException e) {
            log.log(DEBUG, "Discovery by UDP has stopped");
        } catch (IOException | RuntimeException e) {
            log.log(WARNING, "Discovery by UDP has stopped; the server goes on without it", e);
        }
    }

    private void answer(InetSocketAddress sender, ByteBuffer datagram) throws IOException {
        var bytes = new byte[datagram.remaining()];
        datagram.get(bytes);
        Optional<byte[]> answer = rule.answer(sender, bytes, networks.all());
        if (answer.isPresent() && limit.admits(sender.getAddress())) {
            send(sender, answer.get());
        }
    }

    private void send(InetSocketAddress to, byte[] answer) throws IOException {
        try {
            channel.send(ByteBuffer.wrap(answer), to);
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            log.log(DEBUG, "Discovery could not answer {0}: {1}", to, e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            log.log(INFO, "Discovery by UDP did not close its socket: {0}", e.getMessage());
        }
    }
}
