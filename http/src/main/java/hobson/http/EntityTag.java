package hobson.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The version of what an address answers, as {@code ETag} says it (RFC 9110 §8.8.3). Made from the bytes alone, so it is the same after a
 * restart and in every process.
 *
 * <p>A strong one that went with a body in gzip was sent with {@code -gzip} at its end; it is still recognised.
 */
public final class EntityTag {
    private static final String NAME = "ETag";
    private static final String ZIPPED = "-gzip\"";
    private static final int BYTES = 15;

    private final Header header;
    private final String opaque;

    private EntityTag(Header header) {
        var value = header.value();
        this.header = header;
        this.opaque = value.substring(value.indexOf('"'), value.length() - 1);
    }

    private EntityTag(String value) {
        this(Header.of(NAME, value));
    }

    /** The one that the answer has; null when it has none. */
    static @Nullable EntityTag in(Response answer) {
        var header = answer.find(NAME);
        return header == null ? null : new EntityTag(header);
    }

    /** For a document that callers replace: two documents with the same tag are the same. */
    public static EntityTag strong(byte[] document) {
        var digest = Arrays.copyOf(sha256(document), BYTES);
        return new EntityTag('"' + Base64.getUrlEncoder().encodeToString(digest) + '"');
    }

    /** For data that callers poll: costs next to nothing, and is not made against somebody who wants two bodies to look the same. */
    public static EntityTag weak(byte[] body, int offset, int length) {
        var sum = new BodySum();
        sum.write(body, offset, length);
        return weak(sum.toString());
    }

    /** @param value letters, digits and dashes */
    public static EntityTag weak(String value) {
        return new EntityTag("W/\"" + value + '"');
    }

    public Header header() {
        return header;
    }

    /** Whether the caller, who reads, says that it has this version. */
    public boolean isKnownTo(Request request) {
        if (request.header("If-None-Match").isEmpty()) return false;
        return request.headers("If-None-Match").stream().anyMatch(known -> lists(known, true));
    }

    /** Whether the caller, who writes, has another version in mind; {@code *} is any. */
    public boolean isUnexpectedBy(Request request) {
        if (request.header("If-Match").isEmpty()) return false;
        return request.headers("If-Match").stream().noneMatch(expected -> lists(expected, false));
    }

    /** A quotation mark cannot be part of a tag, so what stands between two of them is one. */
    private boolean lists(String tags, boolean weakToo) {
        if (tags.strip().equals("*")) return true;
        for (int at = tags.indexOf(opaque); at >= 0; at = tags.indexOf(opaque, at + 1)) {
            int end = at + opaque.length();
            boolean whole = tags.startsWith("\"", end) || tags.startsWith(ZIPPED, end);
            if (whole && (weakToo || !tags.startsWith("W/", at - 2))) return true;
        }
        return false;
    }

    /** The tag as it goes with a body in gzip: of a strong one every byte counts. */
    static String zipped(String tag) {
        return tag.startsWith("W/") || tag.length() < 2 ? tag : tag.substring(0, tag.length() - 1) + ZIPPED;
    }

    private static byte[] sha256(byte[] document) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(document);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return header.value();
    }
}
