package hobson.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A server that knows an update site, signed with a key that it trusts. */
@Tag(TestServer.HOBSON_ONLY)
@TestInstance(Lifecycle.PER_CLASS)
class UpdateSiteIT {
    private static final String PASSWORD = "changeit";

    private ServedHobson served;
    private HttpServer site;
    private Plugins plugins;

    @BeforeAll
    void start() throws Exception {
        served = ServedHobson.start();
        plugins = served.administrator().plugins();
        var archive = EmptyPlugin.file("installed", "2.0");
        var other = EmptyPlugin.file("other", "1.5");
        var document = signed(offer("fresh", "1.2", EmptyPlugin.file("fresh", "1.2")) + ","
                + offer("installed", "2.0", archive) + "," + offer("other", "1.5", other));
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/update-center.json", document.getBytes(UTF_8));
        serve("/fresh.hpi", EmptyPlugin.file("fresh", "1.2"));
        serve("/other.hpi", other);
        serve("/installed.hpi", archive);
        site.start();
        var url = "http://127.0.0.1:" + site.getAddress().getPort() + "/update-center.json";
        served.administrator().raw().post("pluginManager/siteConfigure", Content.form(Map.of("site", url)));
        var old = EmptyPlugin.file("installed", "1.0");
        plugins.upload("installed.hpi", () -> new ByteArrayInputStream(old), old.length);
        plugins.checkForUpdates();
    }

    @AfterAll
    void stop() throws Exception {
        site.stop(0);
        served.close();
    }

    private void serve(String path, byte[] content) {
        site.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
    }

    private static String offer(String name, String version, byte[] archive) throws Exception {
        var digest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(archive));
        return """
                "%1$s":{"dependencies":[{"name":"git","optional":false,"version":"1.0"}],"excerpt":"Does %1$s",\
                "name":"%1$s","requiredCore":"2.1","sha256":"%3$s","title":"The %1$s","url":"%1$s.hpi","version":"%2$s"}""".formatted(name, version, digest);
    }

    /** Keys sorted and without blanks, as signatures want it. */
    private String signed(String offers) throws Exception {
        var document = "{\"core\":{\"name\":\"core\",\"version\":\"2.462\"},\"id\":\"default\",\"plugins\":{" + offers
                + "},\"updateCenterVersion\":1}";
        var store = served.folder().resolve("keys.p12");
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process = new ProcessBuilder(
                        tool,
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
        var certificate = keys.getCertificate("site").getEncoded();
        var trusted = Files.createDirectories(served.folder().resolve("home/update-center-rootCAs"));
        Files.write(trusted.resolve("site.crt"), certificate);
        var signature = Signature.getInstance("SHA512withRSA");
        signature.initSign((PrivateKey) keys.getKey("site", PASSWORD.toCharArray()));
        signature.update(document.getBytes(UTF_8));
        var digest = MessageDigest.getInstance("SHA-512").digest(document.getBytes(UTF_8));
        return "updateCenter.post(\n" + document.substring(0, document.length() - 1)
                + """
                ,"signature":{"certificates":["%s"],"correct_digest512":"%s","correct_signature512":"%s"}}
                );""".formatted(
                                Base64.getEncoder().encodeToString(certificate),
                                HexFormat.of().formatHex(digest),
                                HexFormat.of().formatHex(signature.sign()));
    }

    @Test
    void available_atTheSite_isWhatIsNotInstalled() {
        assertThat(plugins.available())
                .filteredOn(offer -> offer.name().equals("fresh"))
                .singleElement()
                .isEqualTo(new PluginOffer(
                        "fresh",
                        "The fresh",
                        "1.2",
                        "default",
                        java.util.Optional.of("Does fresh"),
                        java.util.Optional.of("2.1"),
                        Map.of("git", "1.0")));
    }

    @Test
    void updates_atTheSite_areNewerThanWhatIsInstalled() {
        assertThat(plugins.updates())
                .extracting(PluginOffer::name, PluginOffer::version)
                .contains(org.assertj.core.groups.Tuple.tuple("installed", "2.0"));
        assertThat(plugins.find("installed").orElseThrow().isUpdatable()).isTrue();
    }

    @Test
    void install_fromTheSite_isAwaited() {
        var status = plugins.install("other@1.0").await(Duration.ofMinutes(1));

        assertThat(status).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("other");
            assertThat(one.version()).isEqualTo("1.5");
            assertThat(one.message()).isEmpty();
            assertThat(one.isSuccess()).isTrue();
        });
        assertThat(plugins.find("other").orElseThrow().version()).isEqualTo("1.5");
    }
}
