package hobson.server.wire;

import static hobson.server.wire.CommandWire.command;
import static hobson.server.wire.CommandWire.frame;
import static hobson.server.wire.CommandWire.hex;
import static hobson.server.wire.CommandWire.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Commands over two HTTP requests, byte by byte (cli.md §3). */
class CliDuplexIT {
    @RegisterExtension
    static final WireServer SERVER =
            WireServer.of("alice: Overall/Administer", "bob: Overall/Read", "carol: Overall/Read, Job/Read, Job/Build");

    private static final byte[] EXIT_0 = hex("00 00 00 04 04 00 00 00 00");
    private static final byte[] EXIT_2 = hex("00 00 00 04 04 00 00 00 02");

    private static CommandWire download(UUID session, String user) throws IOException {
        return new CommandWire(SERVER.url())
                .head(
                        "POST /cli?remoting=false HTTP/1.1\nSession: " + session
                                + "\nSide: download\nContent-Length: 0",
                        user);
    }

    private static CommandWire upload(UUID session, String user) throws IOException {
        return new CommandWire(SERVER.url())
                .head(
                        "POST /cli?remoting=false HTTP/1.1\nSession: " + session
                                + "\nSide: upload\nContent-Type: application/octet-stream\nTransfer-Encoding: chunked",
                        user);
    }

    /** Everything that the server says to these frames, the first byte included. */
    private static byte[] said(String user, byte[] frames) throws IOException {
        var session = UUID.randomUUID();
        try (var down = download(session, user)) {
            assertThat(down.answer()).startsWith("HTTP/1.1 200");
            var first = down.chunk();
            try (var up = upload(session, user)) {
                up.chunk(frames).lastChunk();
                var rest = down.chunks();
                assertThat(up.answer()).startsWith("HTTP/1.1 200");
                return join(first, rest);
            }
        }
    }

    private static byte[] join(byte[]... parts) {
        var joined = new java.io.ByteArrayOutputStream();
        for (var part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static byte[] line(int op, String text) {
        return frame(op, (text + "\n").getBytes(UTF_8));
    }

    @Test
    void whoAmI_asInTheDocument_isAnsweredByteByByte() throws Exception {
        var session = UUID.randomUUID();
        try (var down = download(session, "alice")) {
            assertThat(down.answer().lines())
                    .contains("HTTP/1.1 200 OK", "Hudson-Duplex: true", "Transfer-Encoding: chunked")
                    .noneMatch(line -> line.startsWith("X-Jenkins") || line.startsWith("Content-Encoding"));
            assertThat(down.chunk()).as("before the upload").isEqualTo(hex("00"));
            try (var up = upload(session, "alice")) {
                up.chunk(hex("00 00 00 0A 00   00 08 77 68 6F 2D 61 6D 2D 69"));
                up.chunk(hex("00 00 00 07 02   00 05 55 54 46 2D 38"));
                up.chunk(hex("00 00 00 07 01   00 05 65 6E 5F 55 53"));
                up.chunk(hex("00 00 00 00 03"));
                up.chunk(hex("00 00 00 00 06"));

                assertThat(down.chunk())
                        .isEqualTo(join(hex("00 00 00 18 07"), "Authenticated as: alice\n".getBytes(UTF_8)));
                assertThat(down.chunk()).isEqualTo(line(7, "Authorities:"));
                assertThat(down.chunk()).isEqualTo(line(7, "  authenticated"));
                assertThat(down.chunk()).isEqualTo(EXIT_0);
                assertThat(down.chunk()).as("the end of the body").isEmpty();
                assertThat(up.answer().lines())
                        .contains("HTTP/1.1 200 OK", "Hudson-Duplex: true", "Content-Length: 0", "Connection: close");
            }
        }
    }

    @Test
    void output_otherCharset_isWrittenInIt() throws Exception {
        var frames = join(text(2, "ISO-8859-1"), command("zoë"));

        assertThat(new String(said("bob", frames), ISO_8859_1)).contains("No such command zoë\n");
    }

    @Test
    void command_unknown_isTold() throws Exception {
        assertThat(said("alice", command("frobnicate")))
                .isEqualTo(join(hex("00"), line(8, "No such command frobnicate"), EXIT_2));
    }

    @Test
    void upload_endsBeforeStart_isTold() throws Exception {
        assertThat(said("alice", text(0, "who-am-i")))
                .isEqualTo(join(hex("00"), line(8, "Connection closed before arguments received"), EXIT_2));
    }

    @Test
    void frames_unknownOrOfTheWrongSideOrRepeated_areSkipped() throws Exception {
        var noise = join(
                frame(100, new byte[70_000]),
                frame(4, new byte[4]),
                frame(7, new byte[9]),
                text(2, "UTF-8"),
                text(2, "no-such-charset"),
                text(1, "??"));

        assertThat(said("bob", join(noise, command("version"), noise)))
                .isEqualTo(join(hex("00"), line(7, "2.462"), EXIT_0));
    }

    @Test
    void frames_thatAreNone_endTheConnection() throws Exception {
        for (var broken : new byte[][] {
            hex("FF FF FF FF 00"),
            hex("00 00 00 00 FF"),
            hex("7F FF FF FF 05"),
            hex("00 00 00 02 00 00 09"),
            hex("00 00 00 01 00 00")
        }) {
            assertThatThrownBy(() -> said("alice", broken))
                    .as(Arrays.toString(broken))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void words_moreThanAnybodyTypes_endTheConnection() {
        var words = new byte[1_001][];
        Arrays.fill(words, text(0, "word"));
        assertThatThrownBy(() -> said("alice", join(words))).isInstanceOf(IOException.class);

        var long_ = new byte[17][];
        Arrays.fill(long_, text(0, "x".repeat(65_000)));
        assertThatThrownBy(() -> said("alice", join(long_))).isInstanceOf(IOException.class);
    }

    @Test
    void input_inPieces_reachesTheCommand() throws Exception {
        var document = "<project><description>" + "d".repeat(200_000) + "</description></project>";
        var input = document.getBytes(UTF_8);
        var pieces = join(
                frame(5, Arrays.copyOf(input, 10)),
                frame(5, new byte[0]),
                frame(5, Arrays.copyOfRange(input, 10, input.length)),
                frame(6, new byte[0]));

        assertThat(said("alice", join(command("create-job", "piecemeal"), pieces)))
                .isEqualTo(join(hex("00"), EXIT_0));
        assertThat(SERVER.as("alice").get("job/piecemeal/config.xml").body()).isEqualTo(document);
    }

    @Test
    void input_thatNobodyWants_isThrownAway() throws Exception {
        assertThat(said("alice", join(command("version"), frame(5, new byte[1 << 20]), frame(5, new byte[1 << 20]))))
                .isEqualTo(join(hex("00"), line(7, "2.462"), EXIT_0));
    }

    @Test
    void requests_thatAreNotOfAConversation_areRefused() throws Exception {
        assertThat(status("/cli", "alice", "Side: download\nSession: " + UUID.randomUUID()))
                .isEqualTo(403);
        assertThat(status("/cli?remoting=true", "alice", "Side: download\nSession: " + UUID.randomUUID()))
                .isEqualTo(403);
        assertThat(status("/cli?remoting=false", "alice", "Side: download")).isEqualTo(500);
        assertThat(status("/cli?remoting=false", "alice", "Side: download\nSession: me"))
                .isEqualTo(500);
        assertThat(status("/cli?remoting=false", "alice", "Side: upload\nSession: " + UUID.randomUUID()))
                .isEqualTo(500);
        try (var wrong = new CommandWire(SERVER.url())) {
            wrong.head("POST /cli?remoting=false HTTP/1.1\nContent-Length: 0\nAuthorization: Basic YTpi", "");
            assertThat(wrong.answer()).startsWith("HTTP/1.1 401").doesNotContain("Hudson-Duplex");
        }
    }

    private static String status(String path, String user, String headers, String start) throws IOException {
        try (var wire = new CommandWire(SERVER.url())) {
            return wire.head(start + " " + path + " HTTP/1.1\n" + headers + "\nContent-Length: 0", user)
                    .answer()
                    .substring(9, 12);
        }
    }

    private static int status(String path, String user, String headers) throws IOException {
        return Integer.parseInt(status(path, user, headers, "POST"));
    }

    @Test
    void upload_ofSomebodyElseOrASecondOne_isRefused() throws Exception {
        var session = UUID.randomUUID();
        try (var down = download(session, "alice")) {
            down.answer();
            down.chunk();
            assertThat(status("/cli?remoting=false", "bob", "Side: upload\nSession: " + session))
                    .isEqualTo(403);
            assertThat(status("/cli?remoting=false", "", "Side: upload\nSession: " + session))
                    .isEqualTo(403);
            assertThat(status("/cli?remoting=false", "alice", "Side: download\nSession: " + session))
                    .isEqualTo(409);
            try (var up = upload(session, "alice")) {
                up.chunk(text(0, "who-am-i"));
                await().untilAsserted(() -> assertThat(
                                status("/cli?remoting=false", "alice", "Side: upload\nSession: " + session))
                        .isEqualTo(409));
                up.chunk(frame(3, new byte[0]));
                assertThat(new String(down.chunks(), UTF_8)).contains("Authenticated as: alice\n");
            }
        }
    }

    @Test
    void strangers_withoutRead_mayAskWhoTheyAreAndNoMore() throws Exception {
        assertThat(new String(said("", command("who-am-i")), UTF_8)).contains("Authenticated as: anonymous\n");
        assertThat(said("", command("version")))
                .isEqualTo(join(
                        hex("00"),
                        line(8, ""),
                        line(8, "ERROR: anonymous is missing the Overall/Read permission"),
                        hex("00 00 00 04 04 00 00 00 06")));
    }

    @Test
    void strangers_moreThanAFewAtATime_areSentAway() throws Exception {
        var open = new CommandWire[20];
        var sessions = new UUID[open.length];
        try {
            for (int i = 0; i < open.length; i++) {
                sessions[i] = UUID.randomUUID();
                open[i] = download(sessions[i], "");
                open[i].answer();
            }
            assertThat(status("/cli?remoting=false", "", "Side: download\nSession: " + UUID.randomUUID()))
                    .isEqualTo(503);
            assertThat(new String(said("bob", command("version")), UTF_8)).contains("2.462");
        } finally {
            for (int i = 0; i < open.length; i++) {
                try (var down = open[i];
                        var up = upload(sessions[i], "")) {
                    up.lastChunk();
                    down.chunks();
                }
            }
        }
    }

    @Test
    void caller_vanishesDuringABuild_abortsIt() throws Exception {
        var alice = SERVER.as("alice");
        alice.create("endless", Project.of(Project.shell("echo begun; sleep 600")));
        var session = UUID.randomUUID();
        try (var down = download(session, "alice")) {
            down.answer();
            try (var up = upload(session, "alice")) {
                up.chunk(command("build", "endless", "-s"));
                down.chunk();
                assertThat(down.chunk()).isEqualTo(line(7, "Started endless #1"));
            }
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                alice.get("job/endless/1/api/json?tree=result").body())
                        .contains("\"result\":\"ABORTED\""));
    }

    @Test
    void caller_vanishesBeforeTheBuild_takesItBackWithoutTheRightToCancel() throws Exception {
        var alice = SERVER.as("alice");
        alice.create("slow", Project.of("<assignedNode>nowhere</assignedNode><canRoam>false</canRoam>"));
        var session = UUID.randomUUID();
        try (var down = download(session, "carol")) {
            down.answer();
            try (var up = upload(session, "carol")) {
                up.chunk(command("build", "slow", "-s"));
                await().untilAsserted(() -> assertThat(queue(alice)).contains("slow"));
            }
        }
        await().untilAsserted(() -> assertThat(queue(alice)).doesNotContain("slow"));
    }

    private static String queue(WireClient client) throws Exception {
        return client.get("queue/api/json?tree=items[task[name]]").body();
    }

    @Test
    void upload_endsDuringABuild_waitsForIt() throws Exception {
        var alice = SERVER.as("alice");
        alice.create("short", Project.of(Project.shell("true")));

        assertThat(new String(said("alice", command("build", "short", "-s")), UTF_8))
                .contains("Completed short #1 : SUCCESS\n");
    }
}
