package hobson.server.wire;

import static hobson.server.wire.CommandWire.hex;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands over a WebSocket, byte by byte (cli.md §4, RFC 6455). */
class CliSocketIT {
    @RegisterExtension
    static final WireServer SERVER = new WireServer("""
            jenkins:
              quietPeriod: 0
              securityRealm: {local: {users: [{id: alice, password: pw}]}}
              authorizationStrategy: {globalMatrix: {permissions: ["USER:Overall/Administer:alice"]}}
            unclassified: {location: {url: "https://ci.example.org/ci/"}}
            """);

    private static final String UPGRADE = "GET /cli/ws HTTP/1.1\nUpgrade: websocket\nConnection: keep-alive, Upgrade\n"
            + "Sec-WebSocket-Version: 13\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";

    /** As it is sent by a client: with a mask, of zeros here. */
    private static byte[] message(byte[] payload) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(0x82);
        if (payload.length < 126) {
            bytes.write(0x80 | payload.length);
        } else {
            bytes.write(0x80 | 127);
            bytes.writeBytes(hex("00 00 00 00"));
            bytes.writeBytes(
                    java.nio.ByteBuffer.allocate(4).putInt(payload.length).array());
        }
        bytes.writeBytes(new byte[4]);
        bytes.writeBytes(payload);
        return bytes.toByteArray();
    }

    /** As it is sent by the server: short ones only. */
    private static byte[] fromServer(int op, String text) {
        var payload = text.getBytes(UTF_8);
        var bytes = new byte[3 + payload.length];
        bytes[0] = (byte) 0x82;
        bytes[1] = (byte) (1 + payload.length);
        bytes[2] = (byte) op;
        System.arraycopy(payload, 0, bytes, 3, payload.length);
        return bytes;
    }

    private static String origin() {
        return "http://" + URI.create(SERVER.url()).getAuthority();
    }

    private static CommandWire open(String user) throws IOException {
        return new CommandWire(SERVER.url()).head(UPGRADE + "\nOrigin: " + origin(), user);
    }

    private static CommandWire opened(String user) throws IOException {
        var wire = open(user);
        assertThat(wire.answer()).startsWith("HTTP/1.1 101");
        return wire;
    }

    private static byte[] next(CommandWire wire, byte[] expected) throws IOException {
        return wire.bytes(expected.length);
    }

    @Test
    void whoAmI_asInTheDocument_isAnsweredByteByByte() throws Exception {
        try (var wire = open("alice")) {
            assertThat(wire.answer().lines())
                    .contains(
                            "HTTP/1.1 101 Switching Protocols",
                            "Upgrade: websocket",
                            "Connection: Upgrade",
                            "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
                    .noneMatch(
                            line -> line.startsWith("Sec-WebSocket-Protocol") || line.startsWith("Sec-WebSocket-Ext"));
            wire.say(message(hex("00 00 08 77 68 6F 2D 61 6D 2D 69")));
            wire.say(message(hex("02 00 05 55 54 46 2D 38")));
            wire.say(message(hex("01 00 05 65 6E 5F 55 53")));
            wire.say(message(hex("03")));
            wire.say(message(hex("06")));

            for (var text : new String[] {"Authenticated as: alice\n", "Authorities:\n", "  authenticated\n"}) {
                assertThat(next(wire, fromServer(7, text))).isEqualTo(fromServer(7, text));
            }
            assertThat(wire.bytes(7)).as("EXIT 0").isEqualTo(hex("82 05 04 00 00 00 00"));
            assertThat(wire.bytes(4)).as("closed as normal").isEqualTo(hex("88 02 03 E8"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Origin: http://evil.example",
                "Origin: null",
                "Origin: https://127.0.0.1",
                "Origin: http://127.0.0.1:1"
            })
    void handshake_foreignOrigin_isForbidden(String origin) throws Exception {
        try (var wire = new CommandWire(SERVER.url())) {
            wire.head(UPGRADE + (origin.isEmpty() ? "" : "\n" + origin), "alice");
            assertThat(wire.answer()).startsWith("HTTP/1.1 403");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://ci.example.org",
                "Origin: https://CI.example.org:443",
                "X-Forwarded-Proto: https\nX-Forwarded-Host: front.example\nOrigin: https://front.example",
            })
    void handshake_originThatIsOurs_isTaken(String headers) throws Exception {
        try (var wire = new CommandWire(SERVER.url())) {
            wire.head(UPGRADE + "\n" + headers, "alice");
            assertThat(wire.answer()).startsWith("HTTP/1.1 101");
        }
    }

    @Test
    void handshake_thatIsNone_isABadRequest() throws Exception {
        assertThat(SERVER.client().get("cli/ws").status()).isEqualTo(400);
    }

    @Test
    void handshake_wrongPassword_isUnauthorized() throws Exception {
        try (var wire = new CommandWire(SERVER.url())) {
            wire.head(UPGRADE + "\nOrigin: " + origin() + "\nAuthorization: Basic YWxpY2U6eA==", "");
            assertThat(wire.answer()).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void message_thatIsNoFrame_closesWithAProtocolError() throws Exception {
        for (var broken : new byte[][] {{}, hex("FF"), hex("00 00 09 00")}) {
            try (var wire = opened("alice")) {
                wire.say(message(broken));
                assertThat(wire.bytes(1)).isEqualTo(hex("88"));
                wire.bytes(1);
                assertThat(wire.bytes(2)).isEqualTo(hex("03 EA"));
            }
        }
    }

    @Test
    void input_largeMessage_reachesTheCommand() throws Exception {
        var document = "<project><description>" + "d".repeat(65_000) + "</description></project>";
        try (var wire = opened("alice")) {
            for (var word : new String[] {"create-job", "large"}) {
                wire.say(message(hex("00 00 0" + Integer.toHexString(word.length())
                        + java.util.HexFormat.of().formatHex(word.getBytes(UTF_8)))));
            }
            wire.say(message(hex("03")));
            var input = new byte[document.length() + 1];
            input[0] = 5;
            System.arraycopy(document.getBytes(UTF_8), 0, input, 1, document.length());
            wire.say(message(input)).say(message(hex("06")));

            assertThat(wire.bytes(7)).as("EXIT 0").isEqualTo(hex("82 05 04 00 00 00 00"));
        }
        assertThat(SERVER.as("alice").get("job/large/config.xml").body()).isEqualTo(document);
    }

    @Test
    void caller_vanishesDuringABuild_abortsIt() throws Exception {
        var alice = SERVER.as("alice");
        alice.create("endless", Project.of(Project.shell("echo begun; sleep 600")));
        try (var wire = opened("alice")) {
            for (var word :
                    new String[] {"00 00 05 62 75 69 6C 64", "00 00 07 65 6E 64 6C 65 73 73", "00 00 02 2D 73", "03"}) {
                wire.say(message(hex(word)));
            }
            assertThat(next(wire, fromServer(7, "Started endless #1\n")))
                    .isEqualTo(fromServer(7, "Started endless #1\n"));
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                alice.get("job/endless/1/api/json?tree=result").body())
                        .contains("\"result\":\"ABORTED\""));
    }
}
