package hobson.client;

import java.time.Instant;
import java.util.Optional;

/**
 * What a server says of itself to everybody, in the headers of its login page (security.md §3.3).
 *
 * @param jenkins whose behaviour it has, {@code 2.462}; empty when it is no such server
 * @param hobson the version of Hobson; empty for a Jenkins
 * @param session changes with every start of the server
 * @param identity the public key by which agents know it again, in Base64
 * @param sshEndpoint where the command line listens for ssh, {@code host:port}; empty where it does not
 * @param software what the HTTP server calls itself
 * @param time of its clock when it answered, in whole seconds
 */
public record Version(
        Optional<String> jenkins,
        Optional<String> hobson,
        Optional<String> session,
        Optional<String> identity,
        Optional<String> sshEndpoint,
        Optional<String> software,
        Optional<Instant> time) {

    public boolean isHobson() {
        return hobson.isPresent();
    }

    /**
     * Whether it is that Jenkins or a later one, number by number: {@code atLeast("2.9")} is true for 2.10.
     *
     * @param minimum numbers with dots between them
     */
    public boolean atLeast(String minimum) {
        return jenkins.filter(own -> Versions.compare(own, minimum) >= 0).isPresent();
    }
}
