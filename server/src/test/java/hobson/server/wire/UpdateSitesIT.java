package hobson.server.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import hobson.server.PluginJar;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UpdateSitesIT {
    private static final String PASSWORD = "changeit";

    @RegisterExtension
    static final WireServer server = WireServer.open();

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private HttpServer site;
    private WireClient client;
    private PrivateKey key;
    private Certificate certificate;

    @BeforeEach
    void start() throws Exception {
        client = server.client().withCrumb();
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            if (path.equals("/moved")) {
                configure("update-center.json");
            }
            if (path.equals("/away")) {
                exchange.getResponseHeaders().set("Location", server.url() + "api/json");
                exchange.sendResponseHeaders(302, -1);
            } else {
                var file = files.get(path);
                exchange.sendResponseHeaders(file == null ? 404 : 200, file == null ? -1 : file.length);
                if (file != null) {
                    exchange.getResponseBody().write(file);
                }
            }
            exchange.close();
        });
        site.start();
        makeKey();
        configure("update-center.json");
    }

    private void configure(String path) {
        try {
            assertThat(client.form("pluginManager/siteConfigure", "site=" + WireClient.encoded(url(path)))
                            .location())
                    .isEqualTo("/pluginManager/advanced");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void stop() {
        site.stop(0);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + site.getAddress().getPort() + "/" + path;
    }

    /** A certificate that the server trusts because it is in its folder. */
    private void makeKey() throws Exception {
        var store = Files.createTempDirectory(server.folder(), "keys").resolve("keys.p12");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "site",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=site",
                        "-ext",
                        "bc=ca:true",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        key = (PrivateKey) keys.getKey("site", PASSWORD.toCharArray());
        certificate = keys.getCertificate("site");
        var trusted = Files.createDirectories(server.home().resolve("update-center-rootCAs"));
        Files.write(trusted.resolve("site.crt"), certificate.getEncoded());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Keys sorted and without blanks, as signatures want it. */
    private String document(String plugins) {
        return "{\"core\":{\"name\":\"core\",\"version\":\"2.462\"},\"id\":\"default\",\"plugins\":{" + plugins
                + "},\"updateCenterVersion\":1}";
    }

    private void publish(String document) throws Exception {
        var signer = Signature.getInstance("SHA512withRSA");
        signer.initSign(key);
        signer.update(document.getBytes(UTF_8));
        var signature = ",\"signature\":{\"certificates\":[\"" + base64(certificate.getEncoded())
                + "\"],\"correct_digest512\":\""
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(document.getBytes(UTF_8)))
                + "\",\"correct_signature512\":\"" + HexFormat.of().formatHex(signer.sign()) + "\"}}";
        offer(document.substring(0, document.length() - 1) + signature);
    }

    private void offer(String document) throws Exception {
        files.put("/update-center.json", ("updateCenter.post(\n" + document + "\n);").getBytes(UTF_8));
        assertThat(client.post("pluginManager/checkUpdatesServer").status()).isEqualTo(302);
    }

    private String plugin(String name, String url, byte[] content) throws Exception {
        var digest = base64(MessageDigest.getInstance("SHA-256").digest(content));
        return "\"" + name + "\":{\"dependencies\":[],\"name\":\"" + name + "\",\"sha256\":\"" + digest
                + "\",\"url\":\"" + url + "\",\"version\":\"1.0\"}";
    }

    private byte[] greeting(String name) throws IOException {
        return PluginJar.of(name, "1.0")
                .greeting(server.folder(), name, "hello")
                .bytes();
    }

    private void install(String name) throws Exception {
        var document = "<jenkins><install plugin=\"" + name + "@latest\"/></jenkins>";
        assertThat(client.post("pluginManager/installNecessaryPlugins", "text/xml", document.getBytes(UTF_8))
                        .status())
                .isEqualTo(302);
    }

    private String offers() throws Exception {
        return client.text("updateCenter/api/json?tree=availables[name,version]");
    }

    @Test
    void install_pluginOfSignedSite_comesAndWorks() throws Exception {
        var content = greeting("sited");
        files.put("/plugins/sited.jpi", content);
        publish(document(plugin("sited", "plugins/sited.jpi", content)));

        assertThat(offers()).contains("{\"name\":\"sited\",\"version\":\"1.0\"}");
        assertThat(client.text("updateCenter/coreSource/api/json?tree=id,updates[name]"))
                .isEqualTo("{\"_class\":\"hudson.model.UpdateSite\",\"id\":\"default\",\"updates\":[]}");
        assertThat(client.text("updateCenter/connectionStatus"))
                .isEqualTo("{\"status\":\"ok\",\"data\":{\"updatesite\":\"OK\",\"internet\":\"SKIPPED\"}}");
        var named = client.post(
                "pluginManager/installPlugins",
                "application/json",
                "{\"dynamicLoad\":true,\"plugins\":[\"sited\"]}".getBytes(UTF_8));
        assertThat(named.body()).startsWith("{\"status\":\"ok\",\"data\":{\"correlationId\":\"");
        client.await(
                "updateCenter/installStatus?correlationId=" + named.body().replaceAll(".*Id\":\"|\".*", ""), "Success");
        assertThat(client.text("pluginManager/plugin/sited/api/json?tree=active,version"))
                .contains("\"active\":true,\"version\":\"1.0\"");
        var unknown = client.post(
                "pluginManager/installPlugins", "application/json", "{\"plugins\":[\"absent\"]}".getBytes(UTF_8));
        assertThat(unknown.body()).isEqualTo("{\"status\":\"error\",\"message\":\"No such plugin: absent\"}");
        assertThat(client.form("pluginManager/install", "plugin.absent.default=on")
                        .status())
                .isEqualTo(400);
        assertThat(client.form("pluginManager/install", "plugin.sited.default=on")
                        .status())
                .isEqualTo(302);
    }

    @Test
    void install_otherFileThanSaid_isRefused() throws Exception {
        files.put("/wrong.jpi", greeting("wrong"));
        publish(document(plugin("wrong", "wrong.jpi", new byte[1])));
        install("wrong");

        client.await(
                "updateCenter/api/json?tree=jobs[errorMessage,name]", "has another SHA-256 than the update site says");
        assertThat(client.get("pluginManager/plugin/wrong/api/json").status()).isEqualTo(404);
    }

    @Test
    void install_addressElsewhere_isNotAsked() throws Exception {
        publish(document(
                plugin("away", "away", new byte[1]) + "," + plugin("other", server.url() + "api/json", new byte[1])));
        install("away");
        install("other");

        client.await(
                "updateCenter/installStatus",
                "\"name\":\"other\",\"version\":\"1.0\",\"title\":null,\"installStatus\":\"Failure\"");
        assertThat(client.text("updateCenter/api/json?tree=jobs[errorMessage]").split("is not at the update site", -1))
                .hasSize(3);
        var elsewhere = client.multipart(
                "pluginManager/uploadPlugin",
                new WireClient.Part("name", "x.jpi", ""),
                WireClient.Part.field("pluginUrl", "http://localhost:1/x.jpi"));
        assertThat(elsewhere.status()).isEqualTo(400);
        assertThat(elsewhere.header("X-Error")).contains("is at none of the update sites");
    }

    @Test
    void document_notSignedOrChanged_isNotBelieved() throws Exception {
        offer(document(plugin("unsigned", "x.jpi", new byte[1])));
        assertThat(offers()).doesNotContain("unsigned");
        assertThat(client.text("updateCenter/connectionStatus")).contains("\"updatesite\":\"FAILED\"");

        publish(document(plugin("changed", "x.jpi", new byte[1])));
        assertThat(offers()).contains("changed");
        offer(new String(files.get("/update-center.json"), UTF_8).replace("\"changed\"", "\"evil\""));
        assertThat(offers()).doesNotContain("evil").contains("changed");
    }

    @Test
    void document_ofTheAddressBefore_isForgotten() throws Exception {
        publish(document(plugin("outdated", "x.jpi", new byte[1])));
        files.put("/moved", files.getOrDefault("/update-center.json", new byte[0]));
        configure("moved");

        assertThat(client.post("pluginManager/checkUpdatesServer").status()).isEqualTo(302);

        assertThat(offers()).doesNotContain("outdated");
    }

    @Test
    void siteConfigure_noAddress_isRefused() throws Exception {
        assertThat(client.form("pluginManager/siteConfigure", "site=gopher%3A%2F%2Fx")
                        .status())
                .isEqualTo(400);
        assertThat(client.form("pluginManager/siteConfigure", "site=").status()).isEqualTo(302);
        assertThat(client.text("updateCenter/site/default/api/json?tree=id,url,dataTimestamp"))
                .contains("\"dataTimestamp\":0,\"id\":\"default\",\"url\":null");
        assertThat(client.get("updateCenter/coreSource/api/json").status()).isEqualTo(404);
        assertThat(client.form("pluginManager/proxyConfigure", "name=proxy&port=99999")
                        .status())
                .isEqualTo(400);
        assertThat(client.form("pluginManager/proxyConfigure", "name=proxy&port=3128&userName=u&password=hidden")
                        .status())
                .isEqualTo(302);
        assertThat(server.home().resolve("updates/settings.properties"))
                .content()
                .contains("proxy.host=proxy")
                .doesNotContain("hidden");
        assertThat(client.form("pluginManager/proxyConfigure", "name=").status())
                .isEqualTo(302);
    }

    @Test
    void scriptText_scriptsOfPythonJenkins_areAnsweredAndNoOthers() throws Exception {
        var center = "Jenkins.instance.updateCenter";
        var end = "\nprint(\")]}.\")";
        var install = center + ".getPlugin(\"matrix-auth\").getNeededDependencies().each{it.deploy()};" + center
                + ".getPlugin(\"matrix-auth\").deploy();" + end;

        assertThat(script(install).body()).isEqualTo("\n)]}.");
        assertThat(script(center + ".isRestartRequiredForCompletion()" + end).body())
                .isEqualTo("Result: false\n)]}.");
        assertThat(script("println(1)" + end).status()).isEqualTo(501);
    }

    private Answer script(String script) throws Exception {
        return client.form("scriptText", "script=" + WireClient.encoded(script));
    }
}
