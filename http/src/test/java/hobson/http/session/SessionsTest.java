package hobson.http.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.http.Handler;
import hobson.http.HttpSettings;
import hobson.http.Key;
import hobson.http.MustBlock;
import hobson.http.Request;
import hobson.http.Response;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final Key<String> USER = new Key<>("user");

    private Instant now = Instant.parse("2026-01-05T08:00:00Z");
    private final Sessions sessions =
            new Sessions(new SessionSettings(3, Duration.ofMinutes(30)), () -> now, new SecureRandom());

    private Response ask(String cookie, Handler handler) {
        var draft = Request.draft("GET", "/").header("Cookie", cookie);
        return sessions.handle(draft.build(), handler);
    }

    private static Response creating(Request request) {
        SessionScope.of(request).orCreate();
        return Response.of(200);
    }

    private static Response loggingIn(Request request) {
        SessionScope.of(request).renew().put(USER, "anna");
        return Response.of(200);
    }

    private static Response showing(Request request) {
        return Response.text(200, SessionScope.of(request).find().isPresent() + "")
                .with(
                        "X-User",
                        SessionScope.of(request)
                                .find()
                                .flatMap(session -> session.find(USER))
                                .orElse("-"));
    }

    private static String cookie(Response response) {
        var line = response.header("Set-Cookie").orElseThrow();
        return line.substring(0, line.indexOf(';'));
    }

    private String user(String cookie) {
        return ask(cookie, SessionsTest::showing).header("X-User").orElseThrow();
    }

    @Test
    void handle_nobodyWantsASession_setsNoCookie() {
        assertThat(ask("", SessionsTest::showing).header("Set-Cookie")).isEmpty();
        assertThat(sessions.size()).isZero();
    }

    @Test
    void orCreate_newSession_setsTheCookieThatClientsKnow() {
        var answer = ask("", SessionsTest::creating);

        assertThat(answer.header("Set-Cookie").orElseThrow())
                .matches("JSESSIONID\\.[0-9a-f]{8}=node0[0-9a-f]{40}\\.node0; Path=/; HttpOnly; SameSite=Lax");
        assertThat(answer.header("Expires")).contains("Thu, 01 Jan 1970 00:00:00 GMT");
        assertThat(ask(cookie(answer), SessionsTest::creating).header("Set-Cookie"))
                .isEmpty();
        assertThat(sessions.size()).isEqualTo(1);
    }

    @Test
    void cookie_behindHttpsBelowAPrefix_isSecureAndBelowIt() {
        var request = Request.draft("GET", "/ci/")
                .header("X-Forwarded-Proto", "https")
                .settings(HttpSettings.local(Path.of("x")).withContextPath("/ci"))
                .build();

        assertThat(sessions.handle(request, SessionsTest::creating)
                        .header("Set-Cookie")
                        .orElseThrow())
                .endsWith("; Path=/ci/; HttpOnly; Secure; SameSite=Lax");
    }

    @Test
    void find_idMadeUpByTheCaller_isNeverAdopted() {
        var madeUp = sessions.cookieName() + "=node0chosen.node0";

        assertThat(cookie(ask(madeUp, SessionsTest::creating))).isNotEqualTo(madeUp);
    }

    @Test
    void renew_atLogin_oldIdIsWorthless() {
        var before = cookie(ask("", SessionsTest::creating));
        var after = cookie(ask(before, SessionsTest::loggingIn));

        assertThat(after).isNotEqualTo(before);
        assertThat(user(before)).isEqualTo("-");
        assertThat(user(after)).isEqualTo("anna");
        assertThat(user("JSESSIONID.other=1; " + after)).isEqualTo("anna");
    }

    @Test
    void invalidate_session_isGoneAndTheCookieTakenAway() {
        var cookie = cookie(ask("", SessionsTest::loggingIn));
        var answer = ask(cookie, request -> {
            SessionScope.of(request).invalidate();
            return Response.of(200);
        });

        assertThat(answer.header("Set-Cookie").orElseThrow()).contains("Max-Age=0");
        assertThat(user(cookie)).isEqualTo("-");
    }

    @Test
    void use_idleTooLong_isOver() {
        var cookie = cookie(ask("", SessionsTest::loggingIn));
        now = now.plus(Duration.ofMinutes(29));
        assertThat(user(cookie)).isEqualTo("anna");
        now = now.plus(Duration.ofMinutes(29));
        assertThat(user(cookie)).isEqualTo("anna");
        now = now.plus(Duration.ofMinutes(31));

        assertThat(user(cookie)).isEqualTo("-");
        assertThat(sessions.size()).isZero();
    }

    @Test
    void create_floodOfGuests_endsNoLogin() {
        var anna = cookie(ask("", SessionsTest::loggingIn));
        var guest = cookie(ask("", SessionsTest::creating));
        for (int i = 0; i < 10; i++) ask("", SessionsTest::creating);

        assertThat(user(anna)).isEqualTo("anna");
        assertThat(ask(guest, SessionsTest::showing).toString()).contains("text/plain");
        assertThat(sessions.size()).isEqualTo(4);
    }

    @Test
    void create_floodOfScripts_endsNoLoginAndNoGuest() {
        var anna = cookie(ask("", SessionsTest::loggingIn));
        var guest = cookie(ask("", SessionsTest::creating));
        var first = cookie(ask("", SessionsTest::scripting));
        var last = first;
        for (int i = 0; i < 10; i++) last = cookie(ask("", SessionsTest::scripting));

        assertThat(user(anna)).isEqualTo("anna");
        assertThat(ask(guest, SessionsTest::scripting).header("Set-Cookie"))
                .as("kept")
                .isEmpty();
        assertThat(ask(last, SessionsTest::scripting).header("Set-Cookie"))
                .as("kept")
                .isEmpty();
        assertThat(ask(first, SessionsTest::scripting).header("Set-Cookie"))
                .as("gone")
                .isPresent();
        assertThat(sessions.size()).isEqualTo(5);
    }

    private static Response scripting(Request request) {
        SessionScope.of(request).orCreateForScript();
        return Response.of(200);
    }

    @Test
    void create_beyondTheLimit_dropsTheOneUsedLongestAgo() {
        var first = cookie(ask("", SessionsTest::loggingIn));
        var second = cookie(ask("", SessionsTest::loggingIn));
        ask("", SessionsTest::loggingIn);
        user(first);
        ask("", SessionsTest::loggingIn);

        assertThat(user(first)).isEqualTo("anna");
        assertThat(user(second)).isEqualTo("-");
    }

    @Test
    void orCreate_inlineRequest_movesToAThread() {
        var inline = Request.draft("GET", "/").build().asInline();

        assertThatThrownBy(() -> sessions.handle(inline, SessionsTest::creating))
                .isSameAs(MustBlock.SIGNAL);
        assertThat(sessions.size()).isZero();
    }
}
