package hobson.http;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A request on a connection of Jetty. */
final class JettyWire implements Wire {
    private final Request request;
    private @Nullable InputStream body;

    JettyWire(Request request) {
        this.request = request;
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String path() {
        var path = request.getHttpURI().getPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    @Override
    public @Nullable String query() {
        return request.getHttpURI().getQuery();
    }

    @Override
    public @Nullable String header(String name) {
        return request.getHeaders().get(name);
    }

    @Override
    public List<String> headers(String name) {
        return request.getHeaders().getValuesList(name);
    }

    @Override
    public List<Header> headers() {
        return request.getHeaders().stream()
                .map(field -> Header.of(field.getName(), Objects.requireNonNullElse(field.getValue(), "")))
                .toList();
    }

    @Override
    public InputStream body() {
        var known = body;
        if (known == null) body = known = Content.Source.asInputStream(request);
        return known;
    }

    @Override
    public void idle(Duration longest) {
        request.getConnectionMetaData().getConnection().getEndPoint().setIdleTimeout(longest.toMillis());
    }

    @Override
    public String peer() {
        return Request.getRemoteAddr(request);
    }

    @Override
    public boolean isEncrypted() {
        return request.isSecure();
    }

    @Override
    public String authority() {
        var authority = request.getHttpURI().getAuthority();
        return authority == null ? Request.getServerName(request) + ":" + Request.getServerPort(request) : authority;
    }
}
