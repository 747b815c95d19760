package hobson.server.wire;

import static hobson.server.wire.Project.archive;
import static hobson.server.wire.Project.shell;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** User content, fingerprints, patterns, and what of a workspace is not shown. */
class FilesIT {
    @RegisterExtension
    static final WireServer SERVER = WireServer.open();

    private static final String MD5_OF_ART = "388f541e76114aaef9af809e0ac6dc5b";
    private static WireClient client = new WireClient("");

    @BeforeAll
    static void build() throws Exception {
        client = SERVER.client().withCrumb();
        var recorded =
                "<publishers><hudson.tasks.ArtifactArchiver><artifacts>**</artifacts><fingerprint>true</fingerprint>"
                        + "</hudson.tasks.ArtifactArchiver></publishers>";
        client.create(
                "made",
                Project.of(
                                shell(
                                        "mkdir -p out/sub 'odd*'; echo art > out/a.txt; echo b > out/sub/b.txt; echo o > 'odd*/o'"))
                        .replace("</project>", recorded + "</project>"));
        client.build("made", "build");
        client.create(
                "hiding",
                Project.of(
                        shell("mkdir -p in@tmp; echo secret > in@tmp/s; echo secret > s@tmp; echo x > x"),
                        archive("x")));
        client.build("hiding", "build");
    }

    @Test
    void userContent_ofANewServer_hasANoteAndTheSandbox() throws Exception {
        var answer = client.get("userContent/readme.txt");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain");
        assertThat(answer.header("Content-Security-Policy")).startsWith("sandbox");
        assertThat(client.get("userContent/").body()).contains("readme.txt");
        assertThat(client.get("userContent").location()).isEqualTo("/userContent/");
        assertThat(client.get("userContent/*zip*/userContent.zip").header("Content-Type"))
                .isEqualTo("application/zip");
    }

    @Test
    void userContent_linkOutOfTheFolder_isNotFollowed() throws Exception {
        var content = SERVER.home().resolve("userContent");
        Files.writeString(SERVER.folder().resolve("precious"), "precious-4711");
        Files.createSymbolicLink(content.resolve("out"), SERVER.folder());

        assertThat(client.get("userContent/out/precious").status()).isEqualTo(404);
        assertThat(client.text("userContent/*plain*")).doesNotContain("out");
        assertThat(client.get("userContent/../secret.key").status()).isEqualTo(404);
        assertThat(client.get("userContent/%2e%2e/secret.key").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            out/**/b.txt          | ./../sub/b.txt  | out/sub/b.txt
            out/**                | ./sub/b.txt     | nothing
            odd*/o                | o               | <html
            **/*.none             | <ul></ul>       | b.txt
            """)
    void pattern_belowAFolder_isRelativeToIt(String path, String shown, String notShown) throws Exception {
        assertThat(client.text("job/made/1/artifact/" + path)).contains(shown).doesNotContain(notShown);
    }

    @Test
    void pattern_belowNothing_is404() throws Exception {
        assertThat(client.get("job/made/1/artifact/none/**").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"ws/in@tmp/", "ws/in@tmp/s", "ws/s@tmp", "ws/in@tmp/*zip*/x.zip", "ws/s@tmp/*view*", "ws/in@tmp/*plain*"
    })
    void temporaryFiles_areNotThere(String path) throws Exception {
        assertThat(client.get("job/hiding/" + path).status()).isEqualTo(404);
    }

    @Test
    void temporaryFiles_areInNoList() throws Exception {
        assertThat(client.text("job/hiding/ws/*plain*")).isEqualTo("x\n");
        assertThat(client.text("job/hiding/ws/**")).doesNotContain("@tmp");
        assertThat(new String(client.get("job/hiding/ws/*zip*/x.zip").bytes(), StandardCharsets.ISO_8859_1))
                .contains("hiding/x")
                .doesNotContain("@tmp");
    }

    @Test
    void fingerprint_ofAFile_isShownInPlaceAndAtItsOwnAddress() throws Exception {
        for (var path :
                new String[] {"job/made/1/artifact/out/a.txt/*fingerprint*/", "fingerprint/" + MD5_OF_ART + "/"}) {
            assertThat(client.text(path)).contains(MD5_OF_ART, "href=\"/job/made/1/\"");
        }
        var unknown = client.get("job/hiding/ws/x/*fingerprint*");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.body()).contains("Nothing is known");
        assertThat(client.get("fingerprint/%3Cb%3E/").body()).doesNotContain("<b>");
    }

    @Test
    void fingerprintCheck_ofAnUpload_leadsToItsPage() throws Exception {
        var answer = client.multipart("doFingerprintCheck", new WireClient.Part("name", "a.txt", "art\n"));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).isEqualTo("/fingerprint/" + MD5_OF_ART + "/");
        assertThat(client.get("doFingerprintCheck").status()).isEqualTo(405);
        assertThat(client.form("doFingerprintCheck", "x=y").status()).isEqualTo(400);
        assertThat(client.text("fingerprintCheck")).contains("multipart/form-data");
    }

    @Test
    void wipeOut_takesWhatIsBesideTheWorkspaceToo() throws Exception {
        client.create("wiped", Project.of(shell("echo x > x")));
        client.build("wiped", "build");
        var second = Files.createDirectory(SERVER.workspace("wiped@2"));
        var other = Files.createDirectory(SERVER.workspace("wiped2"));

        assertThat(client.post("job/wiped/doWipeOutWorkspace").location()).isEqualTo("/job/wiped/");

        assertThat(SERVER.workspace("wiped")).doesNotExist();
        assertThat(second).doesNotExist();
        assertThat(other).exists();
        assertThat(client.post("job/wiped/doWipeOutWorkspace"))
                .returns(200, Answer::status)
                .returns(true, answer -> answer.body().contains("no workspace"));
    }

    /** What nobody reads is not zipped on: the file is closed while most of it has not been looked at. */
    @Test
    void zip_callerGoes_endsEarly() throws Exception {
        var large = SERVER.home().resolve("userContent/large.bin");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.write(new java.security.SecureRandom().generateSeed(64));
            file.setLength(1L << 40);
        }
        var url = URI.create(SERVER.url());
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream()
                    .write("GET /userContent/*zip*/x.zip HTTP/1.1\r\nHost: x\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readNBytes(1 << 16)).hasSize(1 << 16);
            assertThat(isOpen(large)).isTrue();
            socket.setSoLinger(true, 0);
        }

        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (isOpen(large)) {
            assertThat(System.nanoTime()).as("still zipping").isLessThan(end);
        }
        Files.delete(large);
        assertThat(client.get("userContent/").status()).isEqualTo(200);
    }

    private static boolean isOpen(Path file) throws IOException {
        var descriptors = Path.of("/proc", Long.toString(SERVER.pid()), "fd");
        try (Stream<Path> open = Files.list(descriptors)) {
            return open.anyMatch(descriptor -> leadsTo(descriptor, file));
        }
    }

    private static boolean leadsTo(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file.toRealPath());
        } catch (IOException _) {
            return false; // closed meanwhile
        }
    }
}
