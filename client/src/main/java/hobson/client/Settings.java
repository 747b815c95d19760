package hobson.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.Authenticator;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How a server is spoken to.
 *
 * @param url ends with a slash
 * @param timeout for an answer to begin, and for each piece of it
 * @param retries how often a request is sent again that may be
 * @param executor runs what is asked for as a {@code CompletionStage}; null for threads of its own
 */
record Settings(
        URI url,
        @Nullable Login login,
        Duration timeout,
        int retries,
        @Nullable ProxySelector proxy,
        @Nullable Authenticator proxyLogin,
        @Nullable SSLContext trust,
        Progress progress,
        @Nullable Executor executor) {

    /** @param token whether the secret is an API token, for which no crumb is wanted */
    record Login(String user, String secret, boolean token) {
        String header() {
            return "Basic " + Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(UTF_8));
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return user;
        }
    }

    static Settings of(URI url) {
        return new Settings(url, null, Duration.ofSeconds(60), 3, null, null, null, transfer -> {}, null);
    }

    Settings withLogin(Login login) {
        return new Settings(url, login, timeout, retries, proxy, proxyLogin, trust, progress, executor);
    }

    Settings withTimeout(Duration timeout) {
        return new Settings(url, login, timeout, retries, proxy, proxyLogin, trust, progress, executor);
    }

    Settings withRetries(int retries) {
        return new Settings(url, login, timeout, retries, proxy, proxyLogin, trust, progress, executor);
    }

    Settings withProxy(ProxySelector proxy, @Nullable Authenticator proxyLogin) {
        return new Settings(url, login, timeout, retries, proxy, proxyLogin, trust, progress, executor);
    }

    Settings withTrust(SSLContext trust) {
        return new Settings(url, login, timeout, retries, proxy, proxyLogin, trust, progress, executor);
    }

    Settings withProgress(Progress progress) {
        return new Settings(url, login, timeout, retries, proxy, proxyLogin, trust, progress, executor);
    }

    Settings withExecutor(Executor executor) {
        return new Settings(url, login, timeout, retries, proxy, proxyLogin, trust, progress, executor);
    }
}
