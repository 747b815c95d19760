package hobson.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters from query, forms and multipart bodies. */
class FormIT {
    private static final String FORM = "\nContent-Type: application/x-www-form-urlencoded";
    private static final String MULTIPART = "\nContent-Type: multipart/form-data; boundary=XX";

    @TempDir
    Path directory;

    private ServerFixture server;

    @BeforeEach
    void start() throws IOException {
        var limits = new Limits(
                100,
                8192,
                Limits.DEFAULT.idle(),
                1,
                Limits.DEFAULT.patience(),
                1 << 20,
                20_000,
                50,
                30,
                1_000,
                1 << 20);
        server = ServerFixture.of(ServerFixture.settings(directory).withLimits(limits), this::describe);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Response describe(Request request) {
        if (request.path().tokens().contains("files")) request.takeFiles();
        var names = request.parameters().names().stream()
                .map(name -> name + "=" + request.parameters().all(name))
                .collect(Collectors.joining(" "));
        var files = request.uploads().stream().map(FormIT::describe).collect(Collectors.joining(" "));
        return Response.text(200, names + "|" + files + "|" + waiting());
    }

    private static String describe(Upload upload) {
        try (var in = upload.open()) {
            var bytes = in.readAllBytes();
            return upload.name() + ":" + upload.fileName() + ":" + upload.contentType() + ":" + bytes.length + ":"
                    + new String(bytes, 0, Math.min(5, bytes.length), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long waiting() {
        try (var files = Files.list(directory.resolve("uploads"))) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RawConnection.Answer post(String target, String head, String body) throws IOException {
        return server.ask("POST " + target + " HTTP/1.1" + head + "\nContent-Length: " + body.length(), body);
    }

    private static String text(RawConnection.Answer answer) {
        return new String(answer.body(), UTF_8);
    }

    private static String part(String disposition, String content) {
        return "--XX\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
    }

    @Test
    void parameters_queryAndForm_areMergedQueryFirst() throws IOException {
        assertThat(text(post("/?a=1&b=%2B+x&c", FORM, "a=2&d=%26&a=3&&e=")))
                .isEqualTo("a=[1, 2, 3] b=[+ x] c=[] d=[&] e=[]||0");
    }

    @Test
    void parameters_multipartPut_takesNothingFromTheBody() throws IOException {
        var body = part("name=\"f\"; filename=\"large\"", "x".repeat(2_000)) + part("name=\"a\"", "2") + "--XX--\r\n";

        var answer = server.ask("PUT /?a=1 HTTP/1.1" + MULTIPART + "\nContent-Length: " + body.length(), body);

        assertThat(text(answer)).isEqualTo("a=[1]||0");
    }

    @ParameterizedTest
    @CsvSource({"'', %C3%A9", "; charset=utf-8, %C3%A9", "; charset=ISO-8859-1, %E9", ";charset=\"windows-1252\", %E9"})
    void parameters_formCharset_isTheOneNamedOrUtf8(String charset, String encoded) throws IOException {
        assertThat(text(post("/", FORM + charset, "x=" + encoded))).isEqualTo("x=[\u00e9]||0");
    }

    @Test
    void parameters_unknownCharset_isRefused() throws IOException {
        assertThat(post("/", FORM + "; charset=klingon", "x=1").status()).isEqualTo(415);
    }

    @Test
    void parameters_getOrOtherType_ignoreTheBody() throws IOException {
        assertThat(text(post("/?a=1", "\nContent-Type: application/xml", "a=2")))
                .isEqualTo("a=[1]||0");
        assertThat(text(server.ask("GET /?a=1 HTTP/1.1" + FORM + "\nContent-Length: 3", "a=2")))
                .isEqualTo("a=[1]||0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x=%", "x=%4", "x=%zz", "%=1"})
    void parameters_brokenEscape_isRefused(String form) throws IOException {
        assertThat(post("/", FORM, form).status()).isEqualTo(400);
        assertThat(server.ask("GET /?" + form + " HTTP/1.1").status()).isEqualTo(400);
    }

    @Test
    void parameters_tooManyOrTooLarge_areRefused() throws IOException {
        assertThat(post("/", FORM, "a=1&".repeat(51)).status()).isEqualTo(413);
        assertThat(server.ask("GET /?" + "a=1&".repeat(51) + " HTTP/1.1").status())
                .isEqualTo(413);
        assertThat(post("/", FORM, "a=" + "x".repeat(20_000)).status()).isEqualTo(413);
    }

    @Test
    void multipart_fieldsAndFiles_areRead() throws IOException {
        var body = part("name=\"a\"", "2")
                + part("name=\"file0\"; filename=\"../../etc/passwd\"\r\nContent-Type: text/x-evil", "small")
                + part("name=big; filename=\"b\u00c3\u00b6.bin\"", "0123456789".repeat(500))
                + part("name=\"empty\"; filename=\"\"", "")
                + part("name=\"\u00c3\u00bc\"", "caf\u00c3\u00a9\r\n--X")
                + "--XX--\r\nepilogue";

        assertThat(text(post("/?a=1", MULTIPART, body)))
                .isEqualTo(
                        "a=[1, 2] \u00fc=[caf\u00e9\r\n--X]|file0:../../etc/passwd:text/x-evil:5:small big:b\u00f6.bin::5000:01234"
                                + " empty:::0:|1");
        assertThat(waiting()).isZero();
    }

    @Test
    void multipart_fieldWithCharset_isDecodedWithIt() throws IOException {
        var body = part("name=\"a\"\r\nContent-Type: text/plain; charset=ISO-8859-1", "\u00e9") + "--XX--\r\n";

        assertThat(text(post("/", MULTIPART, body))).isEqualTo("a=[\u00e9]||0");
    }

    @Test
    void multipart_chunkedByteByByte_isRead() throws IOException {
        var body = part("name=\"a\"", "\r\n-\r\n--\r\n--X\r\n--XY") + part("name=\"f\"; filename=\"n\"", "\r\n--X")
                + "--XX--\r\n";
        var chunks = body.chars().mapToObj(c -> "1\r\n" + (char) c + "\r\n").collect(Collectors.joining());

        assertThat(text(server.ask(
                        "POST / HTTP/1.1" + MULTIPART + "\nTransfer-Encoding: chunked", chunks + "0\r\n\r\n")))
                .isEqualTo("a=[\r\n-\r\n--\r\n--X\r\n--XY]|f:n::5:\r\n--X|0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing of the kind",
                "--XX\r\n",
                "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nno end",
                "--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\nno end\r\n--X",
                "--XX\r\n: x\r\n\r\n\r\n--XX--",
                "--XX\r\nno colon\r\n\r\n\r\n--XX--"
            })
    void multipart_malformed_isRefusedAndNothingStays(String body) throws IOException {
        assertThat(post("/", MULTIPART, body).status()).isEqualTo(400);
        assertThat(waiting()).isZero();
    }

    @Test
    void multipart_withoutUsableBoundary_isRefused() throws IOException {
        for (var type : new String[] {"", "; boundary=", "; boundary=\"\"", "; boundary=" + "x".repeat(300)}) {
            assertThat(post("/", "\nContent-Type: multipart/form-data" + type, "x")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void multipart_beyondTheLimits_isRefusedAndNothingStays() throws IOException {
        var big = part("name=\"f\"; filename=\"f\"", "x".repeat(5_000));
        assertThat(post("/", MULTIPART, big + part("name=\"a\"", "1").repeat(30) + "--XX--")
                        .status())
                .isEqualTo(413);
        assertThat(post("/", MULTIPART, big + part("name=\"a\"", "x".repeat(21_000)) + "--XX--")
                        .status())
                .isEqualTo(413);
        assertThat(post("/", MULTIPART, part("name=\"f\"; filename=\"f\"", "x".repeat(2 << 20)) + "--XX--")
                        .status())
                .isEqualTo(413);
        assertThat(post("/", MULTIPART, "--XX\r\nX: " + "x".repeat(10_000) + "\r\n\r\n\r\n--XX--")
                        .status())
                .isEqualTo(400);
        assertThat(waiting()).isZero();
    }

    @Test
    void multipart_callerGoesAway_nothingStays() throws Exception {
        try (var connection = server.connect()) {
            connection
                    .sendLines("POST / HTTP/1.1\nHost: x" + MULTIPART + "\nContent-Length: 100000\n\n")
                    .send(part("name=\"f\"; filename=\"f\"", "x".repeat(50_000)));
        }
        server.close(); // ends the requests that still run

        assertThat(waiting()).isZero();
    }

    @Test
    void uploads_directory_isOursAlone() throws IOException {
        assertThat(Files.getPosixFilePermissions(directory.resolve("uploads")))
                .hasToString("[OWNER_READ, OWNER_WRITE, OWNER_EXECUTE]");
    }

    @Test
    void file_largerThanAForm_isTakenWhereFilesAreWanted() throws IOException {
        var body = part("name=\"f\"; filename=\"f\"", "x".repeat(30_000)) + "--XX--";

        assertThat(text(post("/files", MULTIPART, body))).contains("f:f:", ":30000:");
        assertThat(post("/", MULTIPART, body).status()).isEqualTo(413);
        assertThat(text(post("/", "", ""))).endsWith("|0");
    }
}
