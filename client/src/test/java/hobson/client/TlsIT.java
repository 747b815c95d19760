package hobson.client;

import static hobson.client.ScriptedServer.Reply.answer;
import static hobson.client.ScriptedServer.Reply.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers whose certificate nobody vouches for but oneself. */
class TlsIT {
    @TempDir
    Path folder;

    @Test
    void connect_certificateOfOnesOwn_isTakenWhenItIsTrusted() throws Exception {
        try (var server = ScriptedServer.start(identity())) {
            server.on("GET /api/json", json("{\"mode\":\"safe\"}"));
            var hobson = Hobson.connect(server.url()).token("ann", "t0k");

            assertThatThrownBy(() -> hobson.raw().json("api/json"))
                    .isInstanceOf(HobsonException.ConnectionFailure.class)
                    .hasMessageContaining("no secure connection");
            assertThat(server.lines()).isEmpty();
            var trusting = hobson.trust(Trust.certificates(folder.resolve("certificate.pem")));
            assertThat(trusting.raw().json("api/json").text("mode")).isEqualTo("safe");
        }
    }

    /** A client that began without TLS trusts nobody else for that. */
    @Test
    void redirect_toACertificateOfOnesOwn_isRefused() throws Exception {
        try (var secure = ScriptedServer.start(identity());
                var plain = ScriptedServer.start()) {
            secure.on("GET /api/json", json("{}"));
            plain.on("GET /api/json", answer(302, "", "Location", secure.url() + "api/json"));

            assertThatThrownBy(() -> Hobson.connect(plain.url()).raw().json("api/json"))
                    .isInstanceOf(HobsonException.ConnectionFailure.class)
                    .hasMessageContaining("no secure connection");
            assertThat(secure.lines()).isEmpty();
        }
    }

    @Test
    void disconnect_thenAsked_connectsAgain() throws Exception {
        try (var server = ScriptedServer.start()) {
            server.on("GET /api/json", json("{\"mode\":\"one\"}"), json("{\"mode\":\"two\"}"));
            var hobson = Hobson.connect(server.url());
            hobson.disconnect();

            assertThat(hobson.raw().json("api/json").text("mode")).isEqualTo("one");
            hobson.disconnect();
            assertThat(hobson.raw().json("api/json").text("mode")).isEqualTo("two");
        }
    }

    @Test
    void change_serverThatMovedToASecureAddress_isSentThereAgain() throws Exception {
        try (var secure = ScriptedServer.start(identity());
                var plain = ScriptedServer.start()) {
            plain.on("POST /job/a/enable", answer(301, "", "Location", secure.url() + "job/a/enable"));
            secure.on("POST /job/a/enable", answer(302, "", "Location", secure.url() + "job/a/"));

            Hobson.connect(plain.url())
                    .token("ann", "t0k")
                    .trust(Trust.certificates(folder.resolve("certificate.pem")))
                    .job("a")
                    .enable();

            assertThat(secure.lines()).containsExactly("POST /job/a/enable");
            assertThat(secure.asked().get(0).header("Authorization")).startsWith("Basic ");
        }
    }

    @Test
    void trust_fileWithoutCertificates_isRefused() throws Exception {
        var empty = Files.writeString(folder.resolve("empty.pem"), "");

        assertThatThrownBy(() -> Trust.certificates(empty)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Trust.certificates(folder.resolve("absent"))).isInstanceOf(IOException.class);
    }

    private SSLContext identity() throws Exception {
        var store = folder.resolve("identity.p12");
        keytool(store, "-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost");
        keytool(
                store,
                "-exportcert",
                "-rfc",
                "-file",
                folder.resolve("certificate.pem").toString());
        var keys = KeyStore.getInstance(store.toFile(), "secret".toCharArray());
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "secret".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(Path store, String... words) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("-alias", "server", "-keystore", store.toString(), "-storepass", "secret"));
        assertThat(new ProcessBuilder(command).redirectErrorStream(true).start().waitFor())
                .isZero();
    }
}
