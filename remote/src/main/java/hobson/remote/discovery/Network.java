package hobson.remote.discovery;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * A network that this machine is directly connected to.
 *
 * @param address of this machine in it
 * @param prefixBits of an address that name the network
 */
record Network(InetAddress address, int prefixBits) {

    boolean contains(InetAddress other) {
        var ours = address.getAddress();
        var theirs = other.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        int whole = prefixBits / Byte.SIZE;
        int rest = prefixBits % Byte.SIZE;
        boolean equal = Arrays.equals(ours, 0, whole, theirs, 0, whole);
        return equal && (rest == 0 || ((ours[whole] ^ theirs[whole]) & (0xff00 >> rest) & 0xff) == 0);
    }

    /** Whether it is the address that means everybody in this network. */
    boolean isBroadcast(InetAddress other) {
        var bytes = other.getAddress();
        int hostBits = bytes.length * Byte.SIZE - prefixBits;
        if (bytes.length != 4 || hostBits < 2 || !contains(other)) {
            return false;
        }
        int number = (bytes[0] & 0xff) << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
        int mask = hostBits == Integer.SIZE ? -1 : (1 << hostBits) - 1;
        return (number & mask) == mask;
    }
}
