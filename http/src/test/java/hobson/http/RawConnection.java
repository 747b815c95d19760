package hobson.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A connection on which a test says exactly what it wants to say. */
final class RawConnection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    RawConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** What came back: the head as received, the body without its framing. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answer(int status, List<String> head, byte[] body) {
        String header(String name) {
            var start = name.toLowerCase(Locale.ROOT) + ": ";
            return head.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()))
                    .findFirst()
                    .orElse("");
        }

        String text() {
            return new String(body, ISO_8859_1);
        }
    }

    /** Lines end in {@code \n}; each is sent with CR LF. */
    RawConnection sendLines(String lines) throws IOException {
        return send(lines.replace("\n", "\r\n"));
    }

    RawConnection send(String latin1) throws IOException {
        out.write(latin1.getBytes(ISO_8859_1));
        out.flush();
        return this;
    }

    RawConnection send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
        return this;
    }

    Answer read() throws IOException {
        return read(false);
    }

    /** Takes in so many bytes at most; -1 at the end. */
    int take(int most) throws IOException {
        return in.read(new byte[most]);
    }

    Answer readHead() throws IOException {
        return read(true);
    }

    private Answer read(boolean headOnly) throws IOException {
        var head = new ArrayList<String>();
        for (var line = line(); !line.isEmpty(); line = line()) head.add(line);
        if (head.isEmpty()) throw new IOException("the connection was closed without an answer");
        int status = Integer.parseInt(head.getFirst().split(" ", 3)[1]);
        var answer = new Answer(status, List.copyOf(head), new byte[0]);
        boolean empty = headOnly || status == 304 || status == 204 || status < 200;
        return empty ? answer : new Answer(status, answer.head(), body(answer));
    }

    private byte[] body(Answer answer) throws IOException {
        if (answer.header("Transfer-Encoding").equals("chunked")) return chunks();
        var length = answer.header("Content-Length");
        return length.isEmpty() ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            var size = line();
            if (size.isEmpty()) throw new IOException("the connection was closed within the body");
            int length = Integer.parseInt(size, 16);
            body.writeBytes(in.readNBytes(length));
            line();
            if (length == 0) return body.toByteArray();
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') line.append((char) b);
        }
        return line.toString();
    }

    /** True when the server has closed the connection; waits for it. */
    boolean isClosed() throws IOException {
        try {
            return in.read() < 0;
        } catch (java.net.SocketException _) {
            return true; // reset
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
