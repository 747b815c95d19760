package hobson.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that two servers could read differently: refused, and nothing after them is read as a request. */
class SmugglingIT {
    @TempDir
    static Path directory;

    private static ServerFixture server;

    @BeforeAll
    static void start() throws IOException {
        server = ServerFixture.of(directory, request -> Response.text(200, request.text(1000)));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\nContent-Length: 6\n\nabcde",
                "Content-Length: 5\nContent-Length: 5\n\nabcde",
                "Content-Length: 5, 5\n\nabcde",
                "Content-Length: +5\n\nabcde",
                "Content-Length: -1\n\nabcde",
                "Content-Length: 0x5\n\nabcde",
                "Content-Length: 99999999999999999999\n\nabcde",
                "Content-Length: 5\nTransfer-Encoding: chunked\n\n0\n\n",
                "Transfer-Encoding: chunked\nContent-Length: 5\n\n0\n\n",
                "Transfer-Encoding : chunked\n\n0\n\n",
                "Transfer-Encoding: identity, chunked, identity\n\n0\n\n",
                "Transfer-Encoding: xchunked\n\n0\n\n",
                "Transfer-Encoding: chunked, chunked\n\n0\n\n",
                "X: a\n Content-Length: 5\n\nabcde",
                "NoColon\n\n",
                "X\u0000Y: a\n\n",
                "Transfer-Encoding: chunked\n\nzz\nabc\n0\n\n",
                "Transfer-Encoding: chunked\n\n-3\nabc\n0\n\n",
                "Transfer-Encoding: chunked\n\nffffffffffffffff1\nabc\n0\n\n",
                "Transfer-Encoding: chunked\n\n3\nabcX0\n\n"
            })
    void request_ambiguousFraming_isRefusedAndTheConnectionClosed(String rest) throws IOException {
        try (var connection = server.connect()) {
            connection.sendLines("POST / HTTP/1.1\nHost: x\n" + rest + "GET /smuggled HTTP/1.1\nHost: x\n\n");

            assertThat(connection.read().status()).isBetween(400, 501);
            assertThat(connection.isClosed()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3\nabc\r\n0\r\n\r\n", "3\r\nabc\n0\r\n\r\n"})
    void chunk_endingInBareLineFeed_isRefused(String body) throws IOException {
        try (var connection = server.connect()) {
            connection
                    .sendLines("POST / HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\n")
                    .send(body);

            assertThat(connection.read().status()).isEqualTo(400);
            assertThat(connection.isClosed()).isTrue();
        }
    }
}
