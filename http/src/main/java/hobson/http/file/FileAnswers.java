package hobson.http.file;

import hobson.http.Body;
import hobson.http.ContentType;
import hobson.http.Header;
import hobson.http.HttpDate;
import hobson.http.Request;
import hobson.http.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Answers with an open file (endpoints.md §4): its type by extension, {@code Last-Modified}, 304 for {@code If-Modified-Since}, one range as 206, 416
 * for a range that it does not have. The answer closes the file. Add headers of your own to what is returned.
 */
public final class FileAnswers {
    private static final Header ACCEPT_RANGES = Header.constant("Accept-Ranges", "bytes");

    private FileAnswers() {}

    public static Response answer(Request request, OpenFile file) {
        return answer(request, file, FileTypes.of(file.name()));
    }

    /** With another content type than the one of the extension. */
    public static Response answer(Request request, OpenFile file, Header contentType) {
        boolean reading = request.isMethod("GET") || request.isMethod("HEAD");
        if (reading && isUnchanged(request, file.modified())) {
            close(file);
            return Response.of(304).with(lastModified(file.modified()));
        }
        var range = reading ? range(request, file.size(), file.modified()) : null;
        if (range == null) return ok(200, file, contentType, Body.file(file.channel(), 0, file.size()));
        if (range.length() == 0) {
            close(file);
            return unsatisfiable(file.size());
        }
        return ok(206, file, contentType, Body.file(file.channel(), range.first(), range.length()))
                .with(contentRange(range, file.size()));
    }

    /** The whole file, compressed for clients that accept it: for pages, styles and scripts of our own. */
    public static Response compressible(Request request, OpenFile file) {
        var answer = answer(request, file);
        if (answer.status() == 200
                && answer.body() instanceof Body.FileRegion region
                && FileTypes.isText(file.name())) {
            return answer.withBody(region.compressible());
        }
        return answer;
    }

    /** Bytes in memory, as a file of that time would be answered, and compressed for clients that accept it. */
    public static Response answer(Request request, byte[] content, Header contentType, Instant modified) {
        var headers = new Header[] {ACCEPT_RANGES, lastModified(modified)};
        boolean reading = request.isMethod("GET") || request.isMethod("HEAD");
        if (reading && isUnchanged(request, modified)) return Response.of(304).with(lastModified(modified));
        var range = reading ? range(request, content.length, modified) : null;
        if (range == null)
            return Response.ok(contentType, Body.bytes(content).compressible()).with(headers);
        if (range.length() == 0) return unsatisfiable(content.length);
        var part = Body.bytes(content, (int) range.first(), (int) range.length());
        return Response.of(206, contentType, part).with(headers).with(contentRange(range, content.length));
    }

    private static Header contentRange(ByteRange range, long size) {
        return Header.of(
                "Content-Range", "bytes " + range.first() + "-" + (range.first() + range.length() - 1) + "/" + size);
    }

    private static Response ok(int status, OpenFile file, Header contentType, Body body) {
        return Response.of(status, contentType, body).with(ACCEPT_RANGES, lastModified(file.modified()));
    }

    private static Response unsatisfiable(long size) {
        return Response.of(416, ContentType.TEXT, Body.text("The file has only " + size + " bytes"))
                .with("Content-Range", "bytes */" + size);
    }

    private static boolean isUnchanged(Request request, Instant modified) {
        return request.header("If-Modified-Since")
                .flatMap(HttpDate::parse)
                .filter(since -> !modified.truncatedTo(ChronoUnit.SECONDS).isAfter(since))
                .isPresent();
    }

    /** {@code If-Range} with another time than ours asks for the whole file: it has changed since the first part was read. */
    private static @Nullable ByteRange range(Request request, long size, Instant modified) {
        var header = request.header("Range").orElse(null);
        if (header == null) return null;
        var condition = request.header("If-Range");
        if (condition.isPresent() && !condition.get().equals(HttpDate.format(modified))) return null;
        return ByteRange.parse(header, size);
    }

    private static Header lastModified(Instant modified) {
        return Header.of("Last-Modified", HttpDate.format(modified));
    }

    private static void close(OpenFile file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
