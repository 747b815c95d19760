package hobson.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Scanner;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, as it is where there are no sources: a folder dist with both programs. */
class LauncherIT {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @TempDir
    Path folder;

    @BeforeEach
    void install() throws IOException {
        for (var script : List.of("hobson", "jdk.sh")) {
            Files.copy(Path.of("..").resolve(script), folder.resolve(script), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.createDirectories(folder.resolve("dist/r1/lib"));
        Files.createDirectories(folder.resolve("dist/r1/cli"));
        Files.writeString(folder.resolve("dist/current"), "r1\n");
        writeJar(folder.resolve("dist/r1/lib/hobson-server.jar"));
        writeJar(folder.resolve("dist/r1/cli/hobson-cli.jar"));
    }

    /** A jar that only names what this test sees. */
    private static void writeJar(Path jar) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Arrays.stream(System.getProperty("java.class.path").split(":"))
                                .map(entry -> Path.of(entry).toUri().toString())
                                .collect(Collectors.joining(" ")));
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.flush();
        }
    }

    private record Ended(int code, String printed) {}

    private Ended launch(String... words) throws Exception {
        var builder = new ProcessBuilder(folder.resolve("hobson").toString()).redirectErrorStream(true);
        builder.command().addAll(List.of(words));
        builder.environment().put("HOBSON_JDK", System.getProperty("java.home"));
        builder.environment().put("HOBSON_CONFIG", folder.resolve("profiles").toString());
        builder.environment().put("HOBSON_URL", SERVER.url());
        builder.environment().put("HOBSON_USER", "ann");
        builder.environment()
                .put(
                        "HOBSON_TOKEN",
                        SERVER.client()
                                .users()
                                .me()
                                .tokens()
                                .generate("launcher")
                                .value());
        var process = builder.start();
        process.getOutputStream().close();
        var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), printed);
    }

    @Test
    void launch_commandOfUsers_startsTheirProgram() throws Exception {
        assertThat(launch("whoami", "--json"))
                .extracting(Ended::code, ended -> ended.printed().startsWith("{\"user\":\"ann\""))
                .containsExactly(0, true);
        assertThat(launch("build", "nowhere").code()).isEqualTo(66);
        assertThat(launch().printed()).startsWith("Usage: hobson [OPTION...] COMMAND");
    }

    @Test
    void launch_proxyWithALogin_isToldItForHttpsToo() throws Exception {
        try (var proxy = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Files.writeString(
                    folder.resolve("profiles"),
                    "[far]\nurl = https://ci.invalid/\nproxy = http://me:pw@localhost:" + proxy.getLocalPort() + "\n");
            var heard = new LinkedBlockingQueue<String>();
            Thread.ofVirtual().start(() -> refuseAll(proxy, heard));

            assertThat(launch("--profile", "far", "whoami").code()).isNotZero();

            assertThat(heard).anyMatch(request -> request.contains("Proxy-Authorization: Basic bWU6cHc="));
        }
    }

    private static void refuseAll(ServerSocket proxy, Queue<String> heard) {
        while (!proxy.isClosed()) {
            try (var socket = proxy.accept()) {
                heard.add(new Scanner(socket.getInputStream(), UTF_8)
                        .useDelimiter("\r\n\r\n")
                        .next());
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

    @Test
    void launch_verbOfTheServer_startsTheServer() throws Exception {
        assertThat(launch("serve", "--help").printed()).startsWith("Usage: hobson serve [OPTION...]");
        assertThat(launch("import").code()).isEqualTo(2);
    }
}
