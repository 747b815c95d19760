package hobson.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One kept-alive connection to this machine: sends bytes that were made before and reads as little of the answer as is needed to find
 * its end. For one thread.
 */
final class Connection implements AutoCloseable {
    private static final int STATUS = "HTTP/1.1".length();
    private static final int PATIENCE = 60_000; // milliseconds

    private final Socket socket = new Socket();
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[256 * 1024];
    private final byte[] head = new byte[32 * 1024];
    private int headLength;
    private int position;
    private int end;

    Connection(int port) throws IOException {
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            in = socket.getInputStream();
            out = socket.getOutputStream();
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** An answer's status and the length of its body. */
    record Answer(int status, long length) {}

    Answer send(byte[] request) throws IOException {
        return send(request, null);
    }

    /** @param body where the answer's body goes, null to forget it */
    Answer send(byte[] request, @Nullable ByteArrayOutputStream body) throws IOException {
        out.write(request);
        readHead();
        int status = number(STATUS);
        int length = find("content-length:");
        if (length >= 0) {
            return new Answer(status, take(number(length), body));
        }
        return new Answer(status, find("transfer-encoding:") < 0 ? 0 : chunks(body));
    }

    /** The value of a header of the last answer, empty when there is none. */
    String header(String name) {
        int start = find(name.toLowerCase(Locale.ROOT) + ":");
        return start < 0
                ? ""
                : new String(head, start, headLength - start, ISO_8859_1)
                        .lines()
                        .findFirst()
                        .orElse("")
                        .strip();
    }

    /** The head of the last answer. */
    String head() {
        return new String(head, 0, headLength, ISO_8859_1);
    }

    private void readHead() throws IOException {
        headLength = 0;
        int last = 0; // line end before this one
        while (true) {
            int next = next();
            head[headLength++] = (byte) next;
            if (next == '\n') {
                if (headLength - last <= 2) {
                    return;
                }
                last = headLength;
            }
        }
    }

    /** Where the value of a header begins, -1 when there is none. */
    private int find(String name) {
        for (int i = 1; i < headLength; i++) {
            if (head[i - 1] == '\n' && startsAt(i, name)) {
                return i + name.length();
            }
        }
        return -1;
    }

    private boolean startsAt(int start, String name) {
        for (int i = 0; i < name.length(); i++) {
            if (Character.toLowerCase((char) head[start + i]) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int number(int start) {
        int value = 0;
        int at = start;
        while (head[at] == ' ') {
            at++;
        }
        for (; head[at] >= '0' && head[at] <= '9'; at++) {
            value = value * 10 + head[at] - '0';
        }
        return value;
    }

    private long chunks(@Nullable ByteArrayOutputStream body) throws IOException {
        long total = 0;
        while (true) {
            long size = Long.parseLong(line(), 16);
            total += take(size, body);
            line();
            if (size == 0) {
                return total;
            }
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = next(); next != '\n'; next = next()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private long take(long length, @Nullable ByteArrayOutputStream body) throws IOException {
        for (long left = length; left > 0; ) {
            if (position == end) {
                fill();
            }
            int part = (int) Math.min(left, end - position);
            if (body != null) {
                body.write(buffer, position, part);
            }
            position += part;
            left -= part;
        }
        return length;
    }

    private int next() throws IOException {
        if (position == end) {
            fill();
        }
        return buffer[position++];
    }

    private void fill() throws IOException {
        int read = in.read(buffer);
        if (read < 0) {
            throw new EOFException("the server closed the connection");
        }
        position = 0;
        end = read;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    static byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(ISO_8859_1);
    }

    /** @param headers whole lines, each with its end */
    static byte[] post(String path, String headers, String body) {
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Content-Length: " + body.length()
                        + "\r\n\r\n" + body)
                .getBytes(ISO_8859_1);
    }
}
