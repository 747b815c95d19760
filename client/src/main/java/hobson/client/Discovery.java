package hobson.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds servers in the local network, if they want to be found: Hobson with discovery switched on, and Jenkins up to 2.219, whose way
 * of saying so this is (discovery.md). Every call waits for as long as it is told to, since it cannot know who has not answered yet.
 */
public final class Discovery {
    /** Where servers listen for datagrams. */
    public static final int UDP_PORT = 33848;

    private static final String GROUP = "239.77.124.213";

    private Discovery() {}

    /**
     * Asks everybody in the networks that this machine is in, by broadcast and multicast.
     *
     * @throws HobsonException when this machine can send no datagrams
     */
    public static List<Discovered> udp(Duration timeout) {
        try {
            var targets = new LinkedHashSet<InetSocketAddress>();
            for (var network : networks()) {
                network.getInterfaceAddresses().forEach(address -> addTargets(targets, address));
            }
            targets.add(new InetSocketAddress("255.255.255.255", UDP_PORT));
            targets.add(new InetSocketAddress(GROUP, UDP_PORT));
            return new UdpDiscovery(List.copyOf(targets), networks()).ask(timeout);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /**
     * Asks one machine, or whoever can be reached at a broadcast address.
     *
     * @throws HobsonException when nothing can be sent there
     */
    public static List<Discovered> udp(Duration timeout, InetSocketAddress target) {
        try {
            return new UdpDiscovery(List.of(target), List.of()).ask(timeout);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /**
     * Asks by DNS-SD over multicast DNS for {@code _jenkins._tcp} and {@code _hudson._tcp}.
     *
     * @throws HobsonException when this machine can send no datagrams
     */
    public static List<Discovered> dnsSd(Duration timeout) {
        try {
            return new DnsDiscovery(networks()).ask(timeout);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static void addTargets(Set<InetSocketAddress> targets, InterfaceAddress address) {
        InetAddress broadcast = address.getBroadcast();
        if (broadcast != null) {
            targets.add(new InetSocketAddress(broadcast, UDP_PORT));
        } else if (address.getAddress().isLoopbackAddress()) {
            targets.add(new InetSocketAddress(address.getAddress(), UDP_PORT));
        }
    }

    /** Those over which others can be asked. */
    private static List<NetworkInterface> networks() throws SocketException {
        return NetworkInterface.networkInterfaces().filter(Discovery::isUp).toList();
    }

    private static boolean isUp(NetworkInterface network) {
        try {
            return network.isUp() && (network.supportsMulticast() || network.isLoopback());
        } catch (SocketException e) {
            return false; // it has just gone
        }
    }

    private static HobsonException failure(IOException e) {
        return new HobsonException.ConnectionFailure("No datagram could be sent: " + e.getMessage(), true, e);
    }
}
