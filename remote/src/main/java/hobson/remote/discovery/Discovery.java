package hobson.remote.discovery;

import static java.lang.System.Logger.Level.INFO;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Lets the server be found in the local network, for whom it listens there. Never fails: what cannot be started is logged in one
 * line and missing.
 */
public final class Discovery implements AutoCloseable {
    /** Where clients ask. */
    public static final int UDP_PORT = 33848;

    private static final System.Logger log = System.getLogger(Discovery.class.getName());

    private final Announcement announcement;
    private final InetAddress listening;
    private final int udpPort;
    private final InstantSource clock;
    private @Nullable UdpResponder udp;
    private @Nullable DnsService dns;
    private boolean closed;

    /**
     * @param listening the address that the HTTP server listens on: nobody else is told of it
     * @param udpPort {@link #UDP_PORT}, or 0 for any that is free
     */
    public Discovery(Announcement announcement, InetAddress listening, int udpPort, InstantSource clock) {
        this.announcement = announcement;
        this.listening = listening;
        this.udpPort = udpPort;
        this.clock = clock;
    }

    /** Returns at once; the announcement by DNS-SD follows within seconds. */
    public void start() {
        startUdp();
        var url = announcement.rootUrl();
        if (url == null || listening.isLoopbackAddress()) {
            log.log(
                    INFO,
                    "Discovery by DNS-SD is left out: {0}",
                    url == null ? "no root URL is configured" : "the server listens for this machine only");
        } else {
            Thread.ofPlatform().daemon().name("discovery-dns").start(() -> startDns(URI.create(url)));
        }
    }

    private synchronized void startUdp() {
        try {
            udp = UdpResponder.start(announcement, listening, udpPort, clock);
            log.log(INFO, "Discovery answers on UDP port {0,number,#}", udp.port());
        } catch (IOException e) {
            log.log(INFO, "Discovery by UDP is left out: port {0,number,#}: {1}", udpPort, e.getMessage());
        }
    }

    private void startDns(URI url) {
        try {
            keep(DnsService.start(announcement, url, listening));
            log.log(INFO, "Discovery announces {0} by DNS-SD", url);
        } catch (IOException | RuntimeException e) {
            log.log(INFO, "Discovery by DNS-SD is left out: {0}", e.getMessage());
        }
    }

    private synchronized void keep(DnsService started) {
        if (closed) {
            started.close();
        } else {
            dns = started;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (udp != null) {
            udp.close();
        }
        if (dns != null) {
            dns.close();
        }
    }
}
