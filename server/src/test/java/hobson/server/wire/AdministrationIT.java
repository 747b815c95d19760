package hobson.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What concerns the server as a whole: admin administers, mia manages, sid sees the system, rita reads, anonymous nothing. */
class AdministrationIT {
    @RegisterExtension
    static final WireServer SERVER = WireServer.of(
            "admin: Overall/Administer",
            "mia: Overall/Read, Overall/Manage",
            "sid: Overall/Read, Overall/SystemRead",
            "rita: Overall/Read");

    private static WireClient admin = new WireClient("");

    @BeforeAll
    static void login() throws Exception {
        admin = SERVER.as("admin");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            GET,  manage/,             200, 200, 200, 403
            GET,  systemInfo,          200, 403, 200, 403
            GET,  manage/systemInfo,   200, 403, 200, 403
            GET,  threadDump,          200, 403, 403, 403
            GET,  log/,                200, 403, 200, 403
            GET,  log/all,             200, 403, 200, 403
            GET,  log/rss,             200, 403, 200, 403
            GET,  log/levels,          200, 403, 200, 403
            POST, log/configLogger?name=some.logger&level=FINE, 302, 403, 403, 403
            POST, quietDown,           302, 302, 403, 403
            POST, cancelQuietDown,     302, 302, 403, 403
            POST, reload,              302, 302, 403, 403
            GET,  restart,             200, 200, 403, 403
            GET,  safeRestart,         200, 200, 403, 403
            POST, gc,                  200, 403, 403, 403
            POST, scriptText?script=1, 501, 403, 403, 403
            POST, script?script=1,     501, 403, 403, 403
            POST, eval,                501, 403, 403, 403
            POST, updateCenter/upgrade, 501, 403, 403, 403
            GET,  computer/(built-in)/dumpExportTable, 200, 403, 403, 403
            POST, configSubmit,        501, 501, 403, 403
            POST, administrativeMonitor/x/disable, 404, 403, 403, 403
            GET,  opensearch.xml,      200, 200, 200, 200
            """)
    void address_byPermission_answers(String method, String path, int administers, int manages, int sees, int reads)
            throws Exception {
        assertThat(admin.send(method, path).status()).as("admin").isEqualTo(administers);
        assertThat(SERVER.as("mia").send(method, path).status()).as("mia").isEqualTo(manages);
        assertThat(SERVER.as("sid").send(method, path).status()).as("sid").isEqualTo(sees);
        assertThat(SERVER.as("rita").send(method, path).status()).as("rita").isEqualTo(reads);
        assertThat(SERVER.client().send(method, path).status()).as("nobody").isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit", "safeExit", "restart", "safeRestart", "quietDown", "reload"})
    void ending_byAReader_isRefusedByName(String action) throws Exception {
        var answer = SERVER.as("rita").post(action);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("X-Required-Permission")).isEqualTo("hudson.model.Hudson.Administer");
        assertThat(admin.get("quietDown").status()).isEqualTo(405);
    }

    @Test
    void manage_byAReader_namesNoPermission() throws Exception {
        assertThat(SERVER.as("rita").get("manage/").header("X-Required-Permission"))
                .isEmpty();
        assertThat(admin.get("manage").location()).isEqualTo("/manage/");
    }

    @Test
    void quietDown_blocking_endsWhenTheLastBuildDoesOrSomebodyCancels() throws Exception {
        admin.create(
                "slow",
                Project.of(Project.shell("while [ ! -e '%s/go' ]; do sleep 0.05; done".formatted(SERVER.folder()))));
        int number = admin.start("slow", "build");
        try (var helper = java.util.concurrent.Executors.newSingleThreadExecutor()) {
            var blocking = helper.submit(() -> SERVER.as("mia").post("quietDown?block=true&message=upgrade"));
            admin.await(
                    "api/json?tree=quietingDown,quietDownReason",
                    "\"quietDownReason\":\"upgrade\",\"quietingDown\":true");
            admin.post("cancelQuietDown");
            assertThat(blocking.get().status()).isEqualTo(302);

            var second = helper.submit(() -> SERVER.as("mia").post("quietDown?block=true&timeout=60000"));
            admin.await("api/json?tree=quietingDown", "true");
            Files.createFile(SERVER.folder().resolve("go"));
            assertThat(second.get().location()).isEqualTo("/");
        }
        admin.awaitEnd("slow", number);
        assertThat(admin.post("quietDown?block=true&timeout=x").status()).isEqualTo(400);
        assertThat(admin.post("quietDown?block=true&timeout=1").status()).isEqualTo(302);
        admin.post("cancelQuietDown");
        assertThat(admin.text("api/json?tree=quietingDown,quietDownReason"))
                .contains("\"quietDownReason\":null,\"quietingDown\":false");
    }

    @Test
    void identity_isOneForTheHomeAndOnEveryPage() throws Exception {
        var page = SERVER.client().get("instance-identity/");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("<pre id=\"key\">-----BEGIN PUBLIC KEY-----", "<pre id=\"fingerprint\">");
        var key = page.body()
                .replaceAll("(?s).*BEGIN PUBLIC KEY-----(.*)-----END.*", "$1")
                .replaceAll("\\s", "");
        var read = KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key)));
        assertThat(read.getAlgorithm()).isEqualTo("RSA");

        admin.await("manage/", "Restart");
        var end = System.nanoTime() + 60_000_000_000L;
        while (admin.get("login").header("X-Instance-Identity").isEmpty() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(admin.get("login").header("X-Instance-Identity")).isEqualTo(key);
        assertThat(admin.get("api/json").header("X-Instance-Identity")).isEmpty();
        assertThat(Files.getPosixFilePermissions(SERVER.home().resolve("identity.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(admin.get("instance-identity").location()).isEqualTo("/instance-identity/");
    }

    @Test
    void log_whatWasLogged_isInPageAndFeed() throws Exception {
        SERVER.client().form("j_spring_security_check", "j_username=%3Cb%3Emallory&j_password=x");
        assertThat(admin.text("log/all")).contains("mallory").doesNotContain("<b>mallory");
        assertThat(admin.get("log/rss?level=nonsense").status()).isEqualTo(400);
        assertThat(admin.post("log/configLogger?name=hobson.some&level=FINE").location())
                .isEqualTo("/log/levels");
        assertThat(admin.text("log/levels")).contains("hobson.some", "FINE");

        var atom = admin.get("log/rss");
        assertThat(atom.header("Content-Type")).isEqualTo("application/atom+xml;charset=UTF-8");
        assertThat(atom.body())
                .contains("<title>Jenkins:log (all entries)</title>", "mallory")
                .doesNotContain("<b>mallory");
        assertThat(admin.get("log/rss?flavor=rss20&level=SEVERE").body())
                .contains("<title>Jenkins:log (SEVERE entries)</title>");
    }

    @Test
    void diagnostics_showTheProcessAndNoSecrets() throws Exception {
        assertThat(admin.text("systemInfo"))
                .contains("java.version", SERVER.home().toString());
        assertThat(admin.text("threadDump")).contains("scheduler");
        var heap = admin.get("heapDump");
        assertThat(heap.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(new String(heap.bytes(), 0, 12, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("JAVA PROFILE");
        try (var left = Files.list(SERVER.home().resolve("incoming"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void staticFiles_areOpenAndDated() throws Exception {
        for (var path : new String[] {"robots.txt", "favicon.ico", "favicon.svg", "static/abc/robots.txt"}) {
            var answer = SERVER.client().get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
            assertThat(answer.header("Expires")).endsWith("GMT");
            assertThat(answer.header("Cache-Control")).isEmpty();
            assertThat(SERVER.client()
                            .get(path, "If-Modified-Since", answer.header("Last-Modified"))
                            .status())
                    .isEqualTo(304);
        }
        assertThat(SERVER.client().get("robots.txt", "Range", "bytes=0-0"))
                .returns(206, Answer::status)
                .returns("#", Answer::body);
        assertThat(SERVER.client().get("robots.txt").header("Content-Type")).isEqualTo("text/plain");
        assertThat(SERVER.client().get("robots.txt").header("Server")).isEqualTo("Hobson");
    }

    @ParameterizedTest
    @CsvSource({
        "cli, 302",
        "cli/, 403",
        "jnlpJars/agent.jar, 404",
        "tcpSlaveAgentListener/, 404",
        "login, 200",
        "whoAmI/api/json, 200"
    })
    void openAddress_byNobody_answers(String path, int status) throws Exception {
        assertThat(SERVER.client().get(path).status()).isEqualTo(status);
    }
}
