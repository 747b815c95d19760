package hobson.server.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Speaks HTTP as scripts do: keeps cookies, follows no redirect, and sends paths as they are written. */
final class WireClient {
    static final String FORM = "application/x-www-form-urlencoded";
    static final String XML = "application/xml";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BOUNDARY = "----of-the-tests";

    private final String url;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final Map<String, String> headers = new LinkedHashMap<>();

    WireClient(String url) {
        this.url = url;
    }

    /** Sends this header with every request. */
    WireClient with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    WireClient as(String user, String secret) {
        var both = (user + ":" + secret).getBytes(UTF_8);
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    }

    /** Asks for a crumb and sends it from now on. */
    WireClient withCrumb() throws Exception {
        var crumb = get("crumbIssuer/api/xml?xpath=/*/crumb/text()");
        assertThat(crumb.status()).as(crumb.toString()).isEqualTo(200);
        return with("Jenkins-Crumb", crumb.body());
    }

    HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
        headers.forEach(request::header);
        return request;
    }

    /** @param more names and values of headers */
    Answer send(String method, String path, HttpRequest.BodyPublisher body, String... more) throws Exception {
        var request = request(path).method(method, body);
        return new Answer(
                http.send((more.length == 0 ? request : request.headers(more)).build(), BodyHandlers.ofByteArray()));
    }

    Answer send(String method, String path, String... more) throws Exception {
        return send(method, path, BodyPublishers.noBody(), more);
    }

    Answer get(String path, String... more) throws Exception {
        return send("GET", path, more);
    }

    Answer post(String path, String... more) throws Exception {
        return send("POST", path, more);
    }

    Answer post(String path, String type, byte[] body) throws Exception {
        return send("POST", path, BodyPublishers.ofByteArray(body), "Content-Type", type);
    }

    /** @param fields already encoded */
    Answer form(String path, String fields) throws Exception {
        return post(path, FORM, fields.getBytes(UTF_8));
    }

    /** One part of a form with files; without a file name it is a plain field. */
    record Part(String name, String fileName, String content) {
        static Part field(String name, String content) {
            return new Part(name, "", content);
        }
    }

    Answer multipart(String path, Part... parts) throws Exception {
        var body = new ByteArrayOutputStream();
        for (var part : parts) {
            var file = part.fileName().isEmpty()
                    ? ""
                    : "; filename=\"" + part.fileName() + "\"\r\nContent-Type: application/octet-stream";
            var head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part.name() + "\"" + file;
            body.writeBytes((head + "\r\n\r\n" + part.content() + "\r\n").getBytes(UTF_8));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return post(path, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /** A job of that name; the test fails when it cannot be. */
    void create(String job, String document) throws Exception {
        var answer = post("createItem?name=" + encoded(job), XML, document.getBytes(UTF_8));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    /** Starts a build, with {@code build} or {@code buildWithParameters?A=1}, and waits for its end. */
    int build(String job, String action) throws Exception {
        int number = start(job, action);
        awaitEnd(job, number);
        return number;
    }

    /** The same, without waiting for its end. */
    int start(String job, String action) throws Exception {
        var answer = post("job/" + job + "/" + action, "Prefer", "wait=60");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.build();
    }

    void awaitEnd(String job, int number) throws Exception {
        await("job/" + job + "/" + number + "/api/json?tree=inProgress", "\"inProgress\":false");
    }

    /** Asks until the answer contains that text. */
    void await(String path, String text) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (var body = get(path).body(); !body.contains(text); body = get(path).body()) {
            assertThat(System.nanoTime()).as(path + " is still " + body).isLessThan(end);
        }
    }

    String text(String path) throws Exception {
        var answer = get(path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body();
    }

    String console(String job, int number) throws Exception {
        return text("job/" + job + "/" + number + "/consoleText");
    }

    /** The parameters of a queue item or build, as JSON of names and values. */
    String parameters(String place) throws Exception {
        return text(place + "/api/json?tree=actions[parameters[name,value]]").replaceAll("\"_class\":\"[^\"]*\",?", "");
    }
}
