package hobson.server.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;

/** What came back. */
record Answer(HttpResponse<byte[]> response) {
    private static final Pattern NUMBER = Pattern.compile("\\d+(?=/$)");

    int status() {
        return response.statusCode();
    }

    byte[] bytes() {
        return response.body();
    }

    String body() {
        return new String(response.body(), UTF_8);
    }

    /** Empty when it is not there. */
    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The path and query of the place that it names, wherever that is relative to. */
    String location() {
        var target = response.uri().resolve(header("Location")).normalize();
        return target.getRawQuery() == null ? target.getRawPath() : target.getRawPath() + "?" + target.getRawQuery();
    }

    /** The number at the end of {@code Location}. */
    long item() {
        var number = NUMBER.matcher(URI.create(header("Location")).getPath());
        if (!number.find()) {
            throw new AssertionError("no queue item: " + this);
        }
        return Long.parseLong(number.group());
    }

    /** The build that began while the trigger was answered ({@code Prefer: wait}). */
    int build() {
        if (header("X-Build-Number").isEmpty()) {
            throw new AssertionError("no build: " + this);
        }
        return Integer.parseInt(header("X-Build-Number"));
    }

    @Override
    public String toString() {
        return response + " " + response.headers().map() + "\n" + body();
    }
}
