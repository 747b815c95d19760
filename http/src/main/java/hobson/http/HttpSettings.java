package hobson.http;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where and how the server listens.
 *
 * @param port 0 lets the system choose one
 * @param contextPath empty, or {@code /ci} without a slash at the end
 * @param trustsForwarded whether {@code Forwarded} and {@code X-Forwarded-*} say where we are: the caller can write them, so nothing
 *     that must be true may depend on them
 * @param uploads where uploaded files wait until their request is over; made with mode 0700 when it does not exist
 * @param stopTime how long {@link HttpServer#stop} waits for running requests
 */
public record HttpSettings(
        String address,
        int port,
        String contextPath,
        boolean trustsForwarded,
        Path uploads,
        Duration stopTime,
        Limits limits) {

    public HttpSettings {
        if (port < 0 || port > 65_535) throw new IllegalArgumentException("http port: " + port);
        contextPath = trimmed(contextPath);
    }

    /** Loopback, any free port, no context path. */
    public static HttpSettings local(Path uploads) {
        return new HttpSettings("127.0.0.1", 0, "", true, uploads, Duration.ofSeconds(10), Limits.DEFAULT);
    }

    public HttpSettings withAddress(String otherAddress, int otherPort) {
        return new HttpSettings(otherAddress, otherPort, contextPath, trustsForwarded, uploads, stopTime, limits);
    }

    public HttpSettings withContextPath(String prefix) {
        return new HttpSettings(address, port, prefix, trustsForwarded, uploads, stopTime, limits);
    }

    public HttpSettings withTrustsForwarded(boolean trusts) {
        return new HttpSettings(address, port, contextPath, trusts, uploads, stopTime, limits);
    }

    public HttpSettings withStopTime(Duration longest) {
        return new HttpSettings(address, port, contextPath, trustsForwarded, uploads, longest, limits);
    }

    public HttpSettings withLimits(Limits others) {
        return new HttpSettings(address, port, contextPath, trustsForwarded, uploads, stopTime, others);
    }

    private static String trimmed(String path) {
        var end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') end--;
        var trimmed = path.substring(0, end);
        if (trimmed.isEmpty()) return "";
        var full = trimmed.startsWith("/") ? trimmed : "/" + trimmed;
        for (int i = 1; i < full.length(); i++) {
            char c = full.charAt(i);
            boolean starts = full.charAt(i - 1) == '/';
            boolean plain = Ascii.isLetterOrDigit(c) || "-._~/".indexOf(c) >= 0;
            if (!plain || (starts && (c == '/' || c == '.'))) {
                throw new IllegalArgumentException("not a context path: " + path);
            }
        }
        return full;
    }
}
