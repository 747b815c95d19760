package hobson.server.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Base64;
import java.util.HexFormat;

/** One TCP connection of a client of the command line, on which a test says every byte itself. */
final class CommandWire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;
    private final String authority;
    private int chunks;

    CommandWire(String url) throws IOException {
        var uri = URI.create(url);
        authority = uri.getAuthority();
        socket = new Socket(InetAddress.getLoopbackAddress(), uri.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** A head without its end, lines separated by {@code \n}; Host and the login, if there is one, are added. */
    CommandWire head(String lines, String user) throws IOException {
        var login = user.isEmpty() ? "" : "Authorization: Basic " + encoded(user + ":pw") + "\n";
        return say((lines + "\nHost: " + authority + "\n" + login + "\n").replace("\n", "\r\n"));
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    CommandWire say(String latin1) throws IOException {
        return say(latin1.getBytes(ISO_8859_1));
    }

    CommandWire say(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** One chunk of a body. */
    CommandWire chunk(byte[] bytes) throws IOException {
        say(Integer.toHexString(bytes.length) + "\r\n");
        say(bytes);
        return say("\r\n");
    }

    /** The end of a chunked body. */
    CommandWire lastChunk() throws IOException {
        return say("0\r\n\r\n");
    }

    /** The head of an answer, its lines separated by {@code \n}. */
    String answer() throws IOException {
        var head = new StringBuilder();
        for (var line = line(); !line.isEmpty(); line = line()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }

    String line() throws IOException {
        var line = new StringBuilder();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    /** The next chunk of an answer; empty at the end of the body. */
    byte[] chunk() throws IOException {
        if (chunks++ > 0) {
            line(); // of the one before: it is sent with the next one
        }
        var size = line();
        if (size.isEmpty()) {
            throw new IOException("the connection was closed within the body");
        }
        return in.readNBytes(Integer.parseInt(size, 16));
    }

    /** The rest of the chunked body. */
    byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (var chunk = chunk(); chunk.length > 0; chunk = chunk()) {
            body.writeBytes(chunk);
        }
        return body.toByteArray();
    }

    byte[] bytes(int count) throws IOException {
        return in.readNBytes(count);
    }

    /** Everything until the server closes the connection. */
    byte[] rest() throws IOException {
        try {
            return in.readAllBytes();
        } catch (java.net.SocketException e) {
            return new byte[0]; // reset
        }
    }

    /** Bytes as the document writes them: pairs of digits, blanks anywhere. */
    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
    }

    /** A frame with its length, as over HTTP. */
    static byte[] frame(int op, byte[] payload) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(payload.length);
            out.writeByte(op);
            out.write(payload);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    static byte[] text(int op, String text) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return frame(op, bytes.toByteArray());
    }

    /** What a command line is in frames, up to START. */
    static byte[] command(String... words) {
        var bytes = new ByteArrayOutputStream();
        for (var word : words) {
            bytes.writeBytes(text(0, word));
        }
        bytes.writeBytes(frame(3, new byte[0]));
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
