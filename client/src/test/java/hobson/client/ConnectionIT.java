package hobson.client;

import static hobson.client.ScriptedServer.Reply.answer;
import static hobson.client.ScriptedServer.Reply.cut;
import static hobson.client.ScriptedServer.Reply.json;
import static hobson.client.ScriptedServer.Reply.reset;
import static hobson.client.ScriptedServer.Reply.silent;
import static hobson.client.ScriptedServer.Reply.silentAfter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent, what is sent again, and what faults become. */
class ConnectionIT {
    private static final String CRUMB = "{\"crumb\":\"c1\",\"crumbRequestField\":\"Jenkins-Crumb\"}";
    private static final ScriptedServer.Reply NO_CRUMB = answer(
            403,
            "<html><head><title>Error 403 No valid crumb was included in the request</title></head></html>",
            "Content-Type",
            "text/html;charset=iso-8859-1");

    private ScriptedServer server;
    private Hobson hobson;

    @BeforeEach
    void start() throws Exception {
        server = ScriptedServer.start();
        hobson = Hobson.connect(server.url()).token("ann", "t0k");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void read_serverThatIsBusy_isAskedAgainWhenItWants() {
        server.on("GET /api/json", answer(503, "busy", "Retry-After", "0"), reset(), json("{\"mode\":\"NORMAL\"}"));

        assertThat(hobson.raw().json("api/json").text("mode")).isEqualTo("NORMAL");

        assertThat(server.lines()).hasSize(3);
        assertThat(server.asked().get(0).header("Authorization")).isEqualTo("Basic YW5uOnQwaw==");
    }

    @Test
    void read_answerThatBreaksOff_isReadAgain() {
        server.on("GET /api/json", cut("{\"mode\":"), json("{\"mode\":\"NORMAL\"}"));

        assertThat(hobson.raw().json("api/json").text("mode")).isEqualTo("NORMAL");
    }

    @Test
    void read_serverThatKeepsFailing_isGivenUp() {
        server.on("GET /api/json", answer(502, "", "Retry-After", "0"));

        assertThatThrownBy(() -> hobson.retries(2).raw().json("api/json"))
                .isInstanceOfSatisfying(
                        HobsonException.ServerFailure.class,
                        e -> assertThat(e.status()).isEqualTo(502));
        assertThat(server.lines()).hasSize(3);
    }

    @Test
    void change_connectionThatBreaks_isNotSentAgain() {
        server.on("POST /job/a/doDelete", reset());

        assertThatThrownBy(() -> hobson.job("a").delete())
                .isInstanceOfSatisfying(
                        HobsonException.ConnectionFailure.class,
                        e -> assertThat(e.unsent()).isFalse());
        assertThat(server.lines()).containsExactly("POST /job/a/doDelete");
    }

    @Test
    void change_nobodyListening_saysThatItWasNotSent() throws Exception {
        int port;
        try (var closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }

        assertThatThrownBy(() -> Hobson.connect("http://localhost:" + port)
                        .retries(1)
                        .token("a", "b")
                        .job("a")
                        .delete())
                .isInstanceOfSatisfying(
                        HobsonException.ConnectionFailure.class,
                        e -> assertThat(e.unsent()).isTrue())
                .hasMessageContaining("nobody listens");
    }

    @Test
    void trigger_jenkinsThatBreaksOff_isNotSentAgain() {
        server.on("POST /job/a/build", reset()).on("GET /api/json", json("{}"));

        assertThatThrownBy(() -> hobson.job("a").trigger()).isInstanceOf(HobsonException.ConnectionFailure.class);

        assertThat(server.lines()).containsExactly("POST /job/a/build", "GET /api/json?tree=mode");
    }

    @Test
    void trigger_hobsonThatBreaksOff_isSentAgainWithTheSameKey() {
        server.on("POST /job/a/build", reset(), answer(201, "", "Location", "http://elsewhere/ci/queue/item/41/"))
                .on("GET /api/json", json("{}", "X-Hobson", "1"));

        assertThat(hobson.job("a").trigger().queueId()).isEqualTo(41);

        var triggers = server.asked().stream()
                .filter(asked -> asked.line().startsWith("POST"))
                .toList();
        assertThat(triggers).hasSize(2);
        assertThat(triggers.get(0).header(Call.IDEMPOTENCY_KEY))
                .isNotEqualTo("null")
                .isEqualTo(triggers.get(1).header(Call.IDEMPOTENCY_KEY));
    }

    @Test
    void change_withPassword_hasTheCrumbAndItsSession() {
        server.on("GET /crumbIssuer/api/json", json(CRUMB, "Set-Cookie", "JSESSIONID.1=s1; Path=/; HttpOnly"))
                .on("POST /job/a/enable", answer(302, "", "Location", "/job/a/"));
        var withPassword = hobson.password("ann", "pw");

        withPassword.job("a").enable();
        withPassword.job("a").enable();

        assertThat(server.lines())
                .containsExactly("GET /crumbIssuer/api/json", "POST /job/a/enable", "POST /job/a/enable");
        assertThat(server.asked().get(2).header("Jenkins-Crumb")).isEqualTo("c1");
        assertThat(server.asked().get(2).header("Cookie")).isEqualTo("JSESSIONID.1=s1");
    }

    @Test
    void change_crumbThatIsForgotten_getsANewOne() {
        server.on("GET /crumbIssuer/api/json", json(CRUMB), json(CRUMB.replace("c1", "c2")))
                .on("POST /job/a/enable", answer(302, ""), NO_CRUMB, answer(302, ""));
        var withPassword = hobson.password("ann", "pw");

        withPassword.job("a").enable();
        withPassword.job("a").enable();

        assertThat(server.asked().get(4).header("Jenkins-Crumb")).isEqualTo("c2");
        assertThat(server.lines()).hasSize(5);
    }

    @Test
    void change_serverWithoutCrumbs_isSentWithoutOne() {
        server.on("POST /job/a/enable", answer(302, ""));

        hobson.password("ann", "pw").job("a").enable();

        assertThat(server.asked().get(1).headers()).doesNotContainKey("Jenkins-crumb");
    }

    @Test
    void change_tokenThatIsAPassword_getsACrumbAfterAll() {
        server.on("GET /crumbIssuer/api/json", json(CRUMB)).on("POST /job/a/enable", NO_CRUMB, answer(302, ""));

        hobson.job("a").enable();

        assertThat(server.lines())
                .containsExactly("POST /job/a/enable", "GET /crumbIssuer/api/json", "POST /job/a/enable");
    }

    @Test
    void redirect_toAnotherServer_doesNotGetTheLogin() throws Exception {
        try (var other = ScriptedServer.start()) {
            server.on("GET /api/json", answer(302, "", "Location", "http://127.0.0.1:" + other.port() + "/elsewhere"))
                    .on(
                            "POST /job/a/enable",
                            answer(301, "", "Location", "http://127.0.0.1:" + other.port() + "/job/a/enable"));
            other.on("GET /elsewhere", json("{\"mode\":\"here\"}"));

            assertThat(hobson.raw().json("api/json").text("mode")).isEqualTo("here");
            assertThat(other.asked().get(0).headers()).doesNotContainKey("Authorization");
            assertThatThrownBy(() -> hobson.job("a").enable())
                    .isInstanceOf(HobsonException.UnexpectedAnswer.class)
                    .hasMessageContaining("the server is at http://127.0.0.1:" + other.port());
            assertThat(other.lines()).hasSize(1);
        }
    }

    @Test
    void redirect_toALogin_isUnauthorized() {
        server.on("GET /api/json", answer(302, "", "Location", "/securityRealm/commenceLogin?from=%2F"));

        assertThatThrownBy(() -> hobson.raw().json("api/json")).isInstanceOf(HobsonException.Unauthorized.class);
    }

    @Test
    void redirect_ofAChangeToALogin_isUnauthorized() {
        server.on("POST /job/a/doDelete", answer(302, "", "Location", "/login?from=%2Fjob%2Fa%2F"));

        assertThatThrownBy(() -> hobson.job("a").delete()).isInstanceOf(HobsonException.Unauthorized.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http:nowhere", "http:///nowhere", "https://a_host/", "ftp://localhost/", "http://[/"})
    void redirect_toNoAddress_isAnUnexpectedAnswer(String target) {
        server.on("GET /api/json", answer(302, "", "Location", target));

        assertThatThrownBy(() -> hobson.raw().json("api/json")).isInstanceOf(HobsonException.UnexpectedAnswer.class);
    }

    @Test
    void text_ofAnUnknownEncoding_isReadAsUtf8() {
        server.on("GET /a", answer(200, "ü", "Content-Type", "text/plain;charset=-x"));

        assertThat(hobson.raw().get("a").text()).isEqualTo("ü");
    }

    @Test
    void error_thatWouldMoveTheCursor_isOneLineOfText() {
        server.on("GET /a", answer(404, "not\u001b[2J\r\nhere", "Content-Type", "text/plain;charset=utf-8"));

        assertThatThrownBy(() -> hobson.raw().get("a")).hasMessageEndingWith(": not [2J here");
    }

    @Test
    void options_withAToken_doNotPrintIt() {
        assertThat(TriggerOptions.NOW.token("s3cret", "because")).asString().doesNotContain("s3cret");
    }

    @Test
    void redirect_inACircle_isAnUnexpectedAnswer() {
        server.on("GET /api/json", answer(302, "", "Location", "/api/json"));

        assertThatThrownBy(() -> hobson.raw().json("api/json")).isInstanceOf(HobsonException.UnexpectedAnswer.class);
        assertThat(server.lines()).hasSize(6);
    }

    @Test
    void read_serverThatFallsSilent_timesOut() {
        server.on("GET /never", silent()).on("GET /half", silentAfter("{\"a\":"));
        var impatient = hobson.timeout(Duration.ofMillis(300)).raw();

        assertThatThrownBy(() -> impatient.get("never")).isInstanceOf(HobsonException.TimedOut.class);
        assertThatThrownBy(() -> impatient.get("half")).isInstanceOf(HobsonException.TimedOut.class);
        assertThat(server.lines()).hasSize(2);
    }

    @Test
    void upload_thatTakesLongerThanTheTimeout_goesOnWhileItMoves() {
        server.on("POST /job/a/buildWithParameters", answer(201, "", "Location", "/queue/item/1/"));
        var slow = Parameters.NONE.file("F", "f", () -> new SlowStream(6), -1);

        assertThat(hobson.timeout(Duration.ofMillis(500)).job("a").trigger(slow).queueId())
                .isEqualTo(1);

        assertThat(server.asked().get(0).body()).contains("x".repeat(6));
    }

    @Test
    void upload_thatNobodyAnswers_timesOut() {
        server.on("POST /job/a/buildWithParameters", silent());
        var file = Parameters.NONE.file("F", "f", () -> new SlowStream(1), -1);

        assertThatThrownBy(() -> hobson.timeout(Duration.ofMillis(300)).job("a").trigger(file))
                .isInstanceOf(HobsonException.TimedOut.class);
    }

    /** A byte each quarter of a second. */
    private static final class SlowStream extends InputStream {
        private int left;

        SlowStream(int bytes) {
            left = bytes;
        }

        @Override
        public int read() {
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(250).toNanos());
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int one = read();
            if (one >= 0) {
                buffer[offset] = (byte) one;
            }
            return one < 0 ? -1 : 1;
        }
    }

    @Test
    void read_interrupted_stops() throws Exception {
        server.on("GET /half", silentAfter("{\"a\":"));
        var failure = new CompletableFuture<Boolean>();
        var thread = Thread.ofVirtual().start(() -> {
            try {
                hobson.raw().get("half");
            } catch (HobsonException.Interrupted e) {
                failure.complete(Thread.currentThread().isInterrupted());
            }
        });

        org.awaitility.Awaitility.await().until(() -> !server.lines().isEmpty());
        thread.interrupt();

        assertThat(failure.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void read_packedAnswer_isUnpacked() {
        server.on("GET /api/json", exchange -> {
            var packed = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(packed)) {
                gzip.write("{\"mode\":\"packed\"}".getBytes(StandardCharsets.UTF_8));
            }
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.size());
            exchange.getResponseBody().write(packed.toByteArray());
        });

        assertThat(hobson.raw().json("api/json").text("mode")).isEqualTo("packed");
    }

    @Test
    void json_thatIsNone_isAnUnexpectedAnswer() {
        server.on("GET /api/json", answer(200, "<html>"), answer(200, "[".repeat(100_000)), answer(200, "{\"a\":[1,"));

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> hobson.raw().json("api/json"))
                    .isInstanceOf(HobsonException.UnexpectedAnswer.class);
        }
    }
}
