package hobson.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that came from no network: for tests, and for asking a handler from inside. */
public final class RequestDraft {
    private final String method;
    private final String target;
    private final List<Header> headers = new ArrayList<>();
    private InputStream body = InputStream.nullInputStream();
    private HttpSettings settings = HttpSettings.local(Path.of(System.getProperty("java.io.tmpdir")));

    RequestDraft(String method, String target) {
        this.method = method;
        this.target = target;
    }

    public RequestDraft header(String name, String value) {
        headers.add(Header.of(name, value));
        return this;
    }

    public RequestDraft body(String contentType, byte[] bytes) {
        body = new ByteArrayInputStream(bytes);
        return header("Content-Type", contentType);
    }

    /** An urlencoded form as the body. */
    public RequestDraft form(String encoded) {
        return body("application/x-www-form-urlencoded", encoded.getBytes(UTF_8));
    }

    public RequestDraft settings(HttpSettings other) {
        settings = other;
        return this;
    }

    /**
     * The request as a handler gets it.
     *
     * @throws Problem when the path is one that the server refuses
     */
    public Request build() {
        var wire = new DraftWire(method, target, List.copyOf(headers), body);
        var path = RequestPath.parse(wire.path());
        return new Request(new Exchange(
                wire, settings, ContextPath.of(settings).strip(path), BodyMemory.ofRequests(settings.limits())));
    }

    private record DraftWire(String method, String target, List<Header> lines, InputStream body) implements Wire {
        @Override
        public String path() {
            int mark = target.indexOf('?');
            return mark < 0 ? target : target.substring(0, mark);
        }

        @Override
        public @Nullable String query() {
            int mark = target.indexOf('?');
            return mark < 0 ? null : target.substring(mark + 1);
        }

        @Override
        public @Nullable String header(String name) {
            var all = headers(name);
            return all.isEmpty() ? null : all.getFirst();
        }

        @Override
        public List<String> headers(String name) {
            return lines.stream()
                    .filter(line -> line.isNamed(name))
                    .map(Header::value)
                    .toList();
        }

        @Override
        public List<Header> headers() {
            return lines;
        }

        @Override
        public String peer() {
            return "127.0.0.1";
        }

        @Override
        public boolean isEncrypted() {
            return false;
        }

        @Override
        public String authority() {
            var host = header("Host");
            return host == null ? "localhost" : host;
        }
    }
}
