package hobson.server.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A connection for any bytes; a new one whenever the server has closed the last. Used by one thread. */
final class FuzzConnection implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final String host;
    private final int port;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

    FuzzConnection(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** @param status 0 when it was none of HTTP */
    @SuppressWarnings("ArrayRecordComponent")
    record Answered(int status, byte[] body) {}

    /** @throws IOException also when nothing comes for half a minute */
    Answered send(byte[] request) throws IOException {
        boolean fresh = socket == null;
        try {
            return attempt(request);
        } catch (EOFException | java.net.SocketException e) {
            close();
            if (fresh) throw e; // an idle connection may have been closed; a new one may not
            return attempt(request);
        }
    }

    private Answered attempt(byte[] request) throws IOException {
        var open = socket;
        if (open == null) {
            open = new Socket(host, port);
            open.setSoTimeout(PATIENCE_MILLIS);
            open.setTcpNoDelay(true);
            socket = open;
            in = new BufferedInputStream(open.getInputStream());
        }
        open.getOutputStream().write(request);
        boolean head = new String(request, 0, 5, ISO_8859_1).equals("HEAD ");
        return read(head);
    }

    private Answered read(boolean headOnly) throws IOException {
        var words = line().split(" ", 3);
        int status = words.length > 1 && words[0].startsWith("HTTP/") ? Integer.parseInt(words[1]) : 0;
        long length = -1;
        boolean chunked = false;
        boolean closes = false;
        for (var line = line(); !line.isEmpty(); line = line()) {
            var lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:"))
                length = Long.parseLong(lower.substring(15).strip());
            chunked |= lower.startsWith("transfer-encoding:");
            closes |= lower.startsWith("connection: close");
        }
        if (status == 100) return read(headOnly);
        var body = headOnly || status == 204 || status == 304 ? new byte[0] : body(length, chunked);
        if (closes || (length < 0 && !chunked && body.length > 0)) close();
        return new Answered(status, body);
    }

    private byte[] body(long length, boolean chunked) throws IOException {
        if (!chunked) return length < 0 ? in.readAllBytes() : in.readNBytes((int) length);
        var body = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new EOFException("the connection ended");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        var open = socket;
        socket = null;
        if (open != null) open.close();
    }
}
