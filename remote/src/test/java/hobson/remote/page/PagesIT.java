package hobson.remote.page;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.Refusal;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Denied;
import hobson.engine.user.Permission;
import hobson.http.ErrorFilter;
import hobson.http.Filter;
import hobson.http.HttpServer;
import hobson.http.HttpSettings;
import hobson.http.Problem;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Place;
import hobson.http.route.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {
    private static final Identification IDENTIFICATION = new Identification("0.1", "0a1b2c3d");
    private static final Pages PAGES =
            new Pages(IDENTIFICATION, _ -> Optional.of(new FormCrumb.Field("Jenkins-Crumb", "c\"1")));
    private static final Caller ALICE = new Caller("alice", Caller.Proof.PASSWORD);

    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;
    private String base;

    @BeforeAll
    void start(@TempDir Path uploads) throws IOException {
        var refusals = new Refusals(PAGES, new Authorization.LoggedIn(false));
        var router = new Router(places(), new RouterPages(PAGES));
        var handler = Filter.chain(router, new ErrorFilter(refusals), refusals);
        server = new HttpServer(HttpSettings.local(uploads).withContextPath("/ci"), handler);
        base = "http://127.0.0.1:" + server.start() + "/ci";
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void notFound_anyCaller_isAPageWithTheServersHeaders() throws Exception {
        var answer = get("/nothing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(header(answer, "Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(header(answer, "X-Jenkins")).isEqualTo("2.462");
        assertThat(header(answer, "X-Hobson")).isEqualTo("0.1");
        assertThat(header(answer, "X-Hudson")).isEqualTo("1.395");
        assertThat(header(answer, "X-Jenkins-Session")).isEqualTo("0a1b2c3d");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("sameorigin");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache,no-store,must-revalidate");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void notFound_hiddenAndAbsent_areTheSameAnswer() throws Exception {
        var hidden = get("/refused-NOT_FOUND");
        var absent = get("/nothing");

        assertThat(hidden.body()).isEqualTo(absent.body());
        assertThat(hidden.headers().map().keySet())
                .isEqualTo(absent.headers().map().keySet());
    }

    @ParameterizedTest
    @CsvSource({"BAD_INPUT,400", "CONFLICT,409", "TOO_LARGE,413", "UNSUPPORTED,422"})
    void refusal_ofEveryKind_saysWhyInPageAndHeader(String kind, int status) throws Exception {
        var answer = get("/refused-" + kind);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "X-Error")).isEqualTo("No <b>    for you");
        assertThat(answer.body()).contains("No &lt;b&gt; ‘’ for you").doesNotContain("<b>");
    }

    @Test
    void denied_knownCaller_isToldWhatIsMissing() throws Exception {
        var answer = get("/denied-user");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("alice is missing the Job/Build permission");
        assertThat(header(answer, "X-You-Are-Authenticated-As")).isEqualTo("alice");
        assertThat(header(answer, "X-Required-Permission")).isEqualTo("hudson.model.Item.Build");
        assertThat(answer.headers().allValues("X-Permission-Implied-By")).hasSize(3);
        assertThat(header(answer, "X-You-Are-In-Group-Disabled")).startsWith("JENKINS-39402");
    }

    @Test
    void denied_withoutNamingThePermission_givesNoReason() throws Exception {
        var answer = get("/denied-silently");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().map()).doesNotContainKeys("x-required-permission", "x-you-are-authenticated-as");
        assertThat(header(answer, "X-Jenkins")).isEqualTo("2.462");
    }

    @Test
    void denied_anonymousCaller_isSentToTheLoginForm() throws Exception {
        var answer = get("/denied-anonymous?a=1&b=%22");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("<meta http-equiv=\"refresh\" content=\"1;url=/ci/login?from="
                        + "%2Fci%2Fdenied-anonymous%3Fa%3D1%26b%3D%2522\">");
        assertThat(header(answer, "X-Hudson")).isEqualTo("1.395");
        assertThat(header(answer, "X-Frame-Options")).isEmpty();
        assertThat(header(answer, "X-Required-Permission")).isEqualTo("hudson.model.Hudson.Read");
        assertThat(header(answer, "WWW-Authenticate")).isEmpty();
    }

    @Test
    void denied_anonymousScript_isAPlain403() throws Exception {
        var answer = send(request("/denied-anonymous").header("X-Requested-With", "XMLHttpRequest"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("refresh");
        assertThat(answer.headers().map()).doesNotContainKey("x-jenkins");
    }

    @Test
    void message_callerThatAcceptsJson_isJson() throws Exception {
        var answer = send(request("/refused-CONFLICT?q=\"").header("Accept", "application/json"));

        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body())
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Conflict\",\"status\":409,"
                        + "\"detail\":\"No <b> ‘’ for you\",\"instance\":\"/ci/refused-CONFLICT\","
                        + "\"message\":\"No <b> ‘’ for you\",\"url\":\"/ci/refused-CONFLICT\"}\n");
    }

    @Test
    void message_callerThatAcceptsText_isOneSentence() throws Exception {
        var answer = send(request("/refused-BAD_INPUT").header("Accept", "text/plain"));

        assertThat(header(answer, "Content-Type")).isEqualTo("text/plain;charset=utf-8");
        assertThat(answer.body()).isEqualTo("No <b> ‘’ for you\n");
    }

    @Test
    void postRequired_get_offersAFormThatPassesTheCrumbFilter() throws Exception {
        var answer = get("/action?x=%3Cb%3E");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(header(answer, "Allow")).isEmpty();
        assertThat(answer.body())
                .contains("<form method=\"post\" action=\"/ci/action?x=%3Cb%3E\">")
                .contains("name=\"Jenkins-Crumb\" value=\"c&quot;1\"");
    }

    @Test
    void postRequired_addressLikeAnotherHost_staysHere() throws Exception {
        var answer = send(HttpRequest.newBuilder(URI.create(base.replace("/ci", "//ci/action"))));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).contains("action=\"/ci/action\"");
    }

    @Test
    void postRequiredToBuild_get_saysAllow() throws Exception {
        var answer = get("/build");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(header(answer, "Allow")).isEqualTo("POST");
    }

    @Test
    void wrongMethod_ofAPlaceWithoutPost_saysWhatIsAllowed() throws Exception {
        var answer = send(request("/readable").method("PUT", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD");
    }

    @Test
    void crash_anything_showsAnIdAndNothingElse() throws Exception {
        var answer = get("/crash");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).containsPattern("Logging ID=[0-9a-f-]{36}").doesNotContain("inside", "Exception");
        assertThat(header(answer, "X-Jenkins")).isEqualTo("2.462");
    }

    @Test
    void problem_withHeaders_keepsThem() throws Exception {
        var answer = get("/problem");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(header(answer, "Retry-After")).isEqualTo("7");
        assertThat(header(answer, "X-Error")).isEqualTo("Too many");
    }

    @Test
    void plainOfApi_always_hasTheHeadersOfTheApi() throws Exception {
        var answer = get("/plain");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("deny");
        assertThat(header(answer, "X-Hudson")).isEmpty();
        assertThat(header(answer, "Content-Type")).isEqualTo("text/html;charset=iso-8859-1");
    }

    private static Place places() {
        var root = new Place("root");
        for (var kind : Refusal.Kind.values()) {
            root.any("refused-" + kind, _ -> {
                throw new Refusal(kind, "No <b> ‘’ for you");
            });
        }
        return root.get("denied-user", _ -> denied(ALICE, Permission.JOB_BUILD))
                .get("denied-silently", _ -> {
                    throw new Denied(ALICE, null);
                })
                .get("denied-anonymous", _ -> denied(Caller.ANONYMOUS, Permission.READ))
                .post("action", _ -> Response.of(200))
                .any("build", PAGES::postRequiredToBuild)
                .get("readable", _ -> Response.of(200))
                .any("plain", request -> PAGES.plainOfApi(request, 403, "forbidden"))
                .any("problem", _ -> problem())
                .any("crash", PagesIT::crash);
    }

    private static Response denied(Caller caller, Permission permission) {
        throw new Denied(caller, permission);
    }

    private static Response problem() {
        throw new Problem(429, "Too many", hobson.http.Header.of("Retry-After", "7"));
    }

    private static Response crash(Request request) {
        throw new IllegalStateException("inside " + request);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path.replace("\"", "%22")));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
