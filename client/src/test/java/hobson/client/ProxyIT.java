package hobson.client;

import static hobson.client.ScriptedServer.Reply.answer;
import static hobson.client.ScriptedServer.Reply.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Scanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** By way of a proxy that wants to know who comes. */
class ProxyIT {
    private ScriptedServer server;

    @BeforeEach
    void start() throws Exception {
        server = ScriptedServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void proxy_withLogin_carriesTheRequest() throws Exception {
        server.on(
                "GET /api/json",
                answer(407, "", "Proxy-Authenticate", "Basic realm=\"p\""),
                json("{\"mode\":\"by proxy\"}"));
        var far = Hobson.connect("http://ci.invalid/").token("ann", "t0k");

        var answer = far.proxy(URI.create("http://me:pw@localhost:" + server.port()))
                .raw()
                .json("api/json");

        assertThat(answer.text("mode")).isEqualTo("by proxy");
        assertThat(server.lines()).containsOnly("GET http://ci.invalid/api/json");
        assertThat(server.asked().get(1).header("Proxy-Authorization")).isEqualTo("Basic bWU6cHc=");
        assertThat(server.asked().get(1).header("Authorization")).isEqualTo("Basic YW5uOnQwaw==");
    }

    @Test
    void proxy_ofHttpsThatWantsALogin_saysWhatTheJvmNeeds() throws Exception {
        try (var proxy = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> refuseAll(proxy));
            var far = Hobson.connect("https://ci.invalid/").token("ann", "t0k").retries(0);

            assertThatThrownBy(() -> far.proxy(URI.create("http://me:pw@localhost:" + proxy.getLocalPort()))
                            .raw()
                            .json("api/json"))
                    .isInstanceOf(HobsonException.Unauthorized.class)
                    .hasMessageContaining("jdk.http.auth.tunneling.disabledSchemes");
        }
    }

    private static void refuseAll(ServerSocket proxy) {
        while (!proxy.isClosed()) {
            try (var socket = proxy.accept()) {
                var request = new Scanner(socket.getInputStream(), UTF_8).useDelimiter("\r\n\r\n");
                request.next();
                socket.getOutputStream()
                        .write(String.join(
                                        "\r\n",
                                        "HTTP/1.1 407 Proxy Authentication Required",
                                        "Proxy-Authenticate: Basic realm=\"p\"",
                                        "Content-Length: 0",
                                        "Connection: close",
                                        "",
                                        "")
                                .getBytes(UTF_8));
            } catch (IOException e) {
                // the test is over
            }
        }
    }
}
