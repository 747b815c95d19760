package hobson.remote.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Keeps cookies as a browser does, follows no redirects, and sends the headers that it is given with every request. */
final class Browser {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String base;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Browser(String base) {
        this.base = base;
    }

    Browser withBasic(String nameAndSecret) {
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(nameAndSecret.getBytes(UTF_8)));
    }

    Browser with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Browser without(String name) {
        headers.remove(name);
        return this;
    }

    Map<String, String> cookies() {
        return cookies;
    }

    /** Name and value of the session cookie, or nothing. */
    String session() {
        return cookies.entrySet().stream()
                .filter(cookie -> cookie.getKey().startsWith("JSESSIONID."))
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    Answer get(String path) throws Exception {
        return send("GET", path, null, "");
    }

    Answer post(String path, Map<String, String> form) throws Exception {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send("POST", path, "application/x-www-form-urlencoded", body);
    }

    Answer post(String path) throws Exception {
        return send("POST", path, null, "");
    }

    /** Asks for a crumb and sends it from now on. */
    Browser withCrumb() throws Exception {
        var crumb = get("/crumbIssuer/api/xml?xpath=/*/crumb/text()");
        if (crumb.status() != 200) {
            throw new IOException("no crumb: " + crumb);
        }
        return with("Jenkins-Crumb", crumb.body());
    }

    Answer send(String method, String path, @org.jspecify.annotations.Nullable String type, String body)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        return new Answer(answer);
    }

    private void keep(String line) {
        var pair = line.substring(0, line.indexOf(';'));
        int equals = pair.indexOf('=');
        if (line.contains("Max-Age=0")) {
            cookies.remove(pair.substring(0, equals));
        } else {
            cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
    }

    /** What came back. */
    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        /** Empty when it is not there. */
        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The path that a redirect leads to. */
        String location() {
            return URI.create(header("Location")).getPath();
        }
    }
}
