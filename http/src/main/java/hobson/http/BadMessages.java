package hobson.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The page for what is no request at all, or broke while it was read: no handler has seen it. */
final class BadMessages implements Request.Handler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        var reason = Statuses.reason(status);
        var page = "<h1>Bad Message " + status + "</h1><pre>reason: " + reason + "</pre>";
        var bytes = page.getBytes(ISO_8859_1);
        response.getHeaders().put(ContentType.HTML_LATIN1.field());
        response.getHeaders().put(Header.NO_SNIFF.field());
        // the connection ends with this answer: a caller who is not told sends the next request in vain
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
        response.write(true, ByteBuffer.wrap(bytes), callback);
        return true;
    }
}
