package hobson.remote.discovery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The networks in which the server can be reached: those of the interface that it listens on, or all. Looked up again now and then,
 * since laptops travel. Used by one thread.
 */
final class Networks {
    private static final Duration GOOD_FOR = Duration.ofSeconds(30);

    private final InetAddress listening;
    private final InstantSource clock;
    private @Nullable Instant until;
    private List<Network> known = List.of();

    Networks(InetAddress listening, InstantSource clock) {
        this.listening = listening;
        this.clock = clock;
    }

    List<Network> all() throws IOException {
        var now = clock.instant();
        if (until == null || !now.isBefore(until)) {
            known = NetworkInterface.networkInterfaces()
                    .filter(this::isListenedOn)
                    .flatMap(each -> each.getInterfaceAddresses().stream())
                    .map(Networks::network)
                    .toList();
            until = now.plus(GOOD_FOR);
        }
        return known;
    }

    /** Interfaces over which others can ask. */
    List<NetworkInterface> multicast() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .filter(this::isListenedOn)
                .filter(Networks::carriesMulticast)
                .toList();
    }

    private boolean isListenedOn(NetworkInterface each) {
        return listening.isAnyLocalAddress() || each.inetAddresses().anyMatch(listening::equals);
    }

    private static boolean carriesMulticast(NetworkInterface each) {
        try {
            return each.isUp() && (each.supportsMulticast() || each.isLoopback());
        } catch (SocketException e) {
            return false; // it has just gone
        }
    }

    private static Network network(InterfaceAddress address) {
        return new Network(address.getAddress(), address.getNetworkPrefixLength());
    }
}
