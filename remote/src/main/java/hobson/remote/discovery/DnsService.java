package hobson.remote.discovery;

import static java.lang.System.Logger.Level.DEBUG;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;

/** Announces the server by DNS-SD over multicast DNS (discovery.md §2). Starting takes seconds; the names are probed first. */
final class DnsService implements AutoCloseable {
    private static final System.Logger log = System.getLogger(DnsService.class.getName());
    private static final int ID_DIGITS = 8;

    private final JmDNS dns;

    private DnsService(JmDNS dns) {
        this.dns = dns;
    }

    static DnsService start(Announcement announcement, URI url, InetAddress listening) throws IOException {
        // a name of our own making: that of the machine is nobody's business
        var host = "hobson-" + announcement.serverId().substring(0, ID_DIGITS);
        var dns = JmDNS.create(listening.isAnyLocalAddress() ? null : listening, host);
        try {
            for (var service : services(announcement, url)) {
                dns.registerService(service);
            }
            return new DnsService(dns);
        } catch (IOException | RuntimeException e) {
            dns.close();
            throw e;
        }
    }

    private static List<ServiceInfo> services(Announcement announcement, URI url) {
        var properties = Announcement.properties(announcement, url);
        return List.of(
                service("_hudson._tcp.local.", "jenkins", url, properties),
                service("_jenkins._tcp.local.", "jenkins", url, properties),
                service("_http._tcp.local.", "Jenkins", url, properties));
    }

    private static ServiceInfo service(String type, String name, URI url, Map<String, String> properties) {
        return ServiceInfo.create(type, name, port(url), 0, 0, properties);
    }

    /** Unlike the original, which said 80 for an https address without a port. */
    static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return "https".equals(url.getScheme()) ? 443 : 80;
    }

    @Override
    public void close() {
        try {
            dns.close();
        } catch (IOException e) {
            log.log(DEBUG, "Discovery by DNS-SD did not take its announcement back", e);
        }
    }
}
