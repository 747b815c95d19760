package hobson.remote.item;

import hobson.http.Request;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Documents that define jobs, as they arrive. */
final class Documents {
    /** No real document comes near it. */
    private static final int LARGEST = 16 * 1024 * 1024;

    private static final byte[] DECLARATION = "<?xml".getBytes(StandardCharsets.US_ASCII);

    private Documents() {}

    static boolean isXml(String mediaType) {
        return mediaType.equals("application/xml") || mediaType.equals("text/xml");
    }

    /**
     * The body, byte for byte. Only a document without a declaration of its own that the request says to be in something else than
     * UTF-8 is rewritten in UTF-8: nobody could read it later.
     */
    static byte[] posted(Request request) {
        var body = request.bytes(LARGEST);
        var charset = request.charset().orElse(StandardCharsets.UTF_8);
        return charset.equals(StandardCharsets.UTF_8) || declares(body) ? body : inUtf8(body, charset);
    }

    private static boolean declares(byte[] body) {
        return body.length >= DECLARATION.length
                && java.util.Arrays.equals(body, 0, DECLARATION.length, DECLARATION, 0, DECLARATION.length);
    }

    private static byte[] inUtf8(byte[] body, Charset charset) {
        return new String(body, charset).getBytes(StandardCharsets.UTF_8);
    }
}
