package hobson.remote.discovery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Who gets which answer, so that a responder that answers anything cannot be turned against others (discovery.md §3, §5).
 *
 * <ul>
 *   <li>Only senders in a network that this machine is directly in, and only addresses that mean one machine.
 *   <li>No answer to an answer, to a responder's port, or to ourselves: two servers cannot keep each other talking.
 *   <li>An answer is at most {@value #COMPATIBLE_BYTES} bytes long, or no longer than what was sent.
 * </ul>
 */
final class AnswerRule {
    static final int COMPATIBLE_BYTES = 200;

    private static final byte[] AN_ANSWER = "<hudson".getBytes(US_ASCII);
    private static final int WELL_KNOWN_PORT = 33848;

    private final byte[] full;
    private final byte[] brief;
    private final int ownPort;

    AnswerRule(Announcement announcement, int ownPort) {
        this.full = announcement.xml();
        this.brief = announcement.shortXml();
        this.ownPort = ownPort;
    }

    /** The answer to that datagram; empty when it must not have one. How often is another question. */
    Optional<byte[]> answer(InetSocketAddress sender, byte[] datagram, List<Network> networks) {
        if (isResponder(sender) || isAnswer(datagram) || !isNeighbour(sender.getAddress(), networks)) {
            return Optional.empty();
        }
        return Optional.of(full.length <= Math.max(COMPATIBLE_BYTES, datagram.length) ? full : brief);
    }

    private boolean isResponder(InetSocketAddress sender) {
        return sender.getPort() == WELL_KNOWN_PORT || sender.getPort() == ownPort || sender.getPort() == 0;
    }

    private static boolean isAnswer(byte[] datagram) {
        return datagram.length >= AN_ANSWER.length
                && Arrays.equals(datagram, 0, AN_ANSWER.length, AN_ANSWER, 0, AN_ANSWER.length);
    }

    private static boolean isNeighbour(InetAddress sender, List<Network> networks) {
        if (sender.isMulticastAddress() || sender.isAnyLocalAddress()) {
            return false;
        }
        boolean near = false;
        for (var network : networks) {
            // a loopback address can only come from this machine; any other of our own was forged
            boolean own = network.address().equals(sender) && !sender.isLoopbackAddress();
            if (own || network.isBroadcast(sender)) {
                return false;
            }
            near |= network.contains(sender);
        }
        return near || (sender.isLinkLocalAddress() && isReachedByOthers(networks));
    }

    private static boolean isReachedByOthers(List<Network> networks) {
        return networks.stream().anyMatch(network -> !network.address().isLoopbackAddress());
    }
}
