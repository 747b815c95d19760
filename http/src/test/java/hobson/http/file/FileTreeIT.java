package hobson.http.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.http.Body;
import hobson.http.Request;
import hobson.http.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTreeIT {
    private static final Instant MODIFIED = Instant.parse("2026-01-05T08:00:00Z");

    @TempDir
    Path directory;

    private FileTree tree;

    @BeforeEach
    void makeTree() throws IOException {
        var root = directory.resolve("root");
        Files.createDirectories(root.resolve("out/sub"));
        Files.writeString(root.resolve("out/a.txt"), "0123456789");
        Files.writeString(root.resolve("out/B.txt"), "b");
        Files.writeString(root.resolve("out/sub/b.html"), "<p>");
        Files.writeString(root.resolve("back\\slash"), "x");
        Files.setLastModifiedTime(root.resolve("out/a.txt"), FileTime.from(MODIFIED.plusMillis(300)));
        Files.writeString(directory.resolve("secret"), "secret");
        Files.createDirectories(directory.resolve("other"));
        Files.writeString(directory.resolve("other/secret"), "secret");
        Files.createSymbolicLink(root.resolve("link-out"), directory.resolve("secret"));
        Files.createSymbolicLink(root.resolve("link-dir"), directory.resolve("other"));
        Files.createSymbolicLink(root.resolve("link-in"), root.resolve("out"));
        Files.createSymbolicLink(root.resolve("out/loop"), root);
        tree = new FileTree(root);
    }

    private static String read(OpenFile file) throws IOException {
        try (file) {
            var bytes = ByteBuffer.allocate((int) file.size());
            file.channel().read(bytes);
            return new String(bytes.array(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void open_file_isRead() throws IOException {
        assertThat(read(tree.open(List.of("out", "a.txt")).orElseThrow())).isEqualTo("0123456789");
        assertThat(tree.find(List.of("out")).orElseThrow().isDirectory()).isTrue();
        assertThat(tree.find(List.of()).orElseThrow().isDirectory()).isTrue();
        assertThat(tree.find(List.of("out", "a.txt")).orElseThrow().size()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "out|none",
                "none|a.txt",
                "out|a.txt|x",
                "..|secret",
                "out|..|..|secret",
                "../secret",
                "out/a.txt",
                "|out|a.txt",
                "out||a.txt",
                ".|out|a.txt",
                "link-out",
                "link-dir|secret",
                "link-in|a.txt",
                "out|loop|out|a.txt",
                "back\\slash",
                "out|a.txt\0",
                "/etc/passwd",
                "out"
            })
    void open_anythingElse_isNotThere(String path) {
        var tokens = List.of(path.split("\\|", -1));

        assertThat(tree.open(tokens)).isEmpty();
        if (!path.equals("out")) {
            assertThat(tree.find(tokens)).isEmpty();
            assertThat(tree.list(tokens)).isEmpty();
        }
    }

    @Test
    void checkedDirectory_links_areNotFollowed() throws IOException {
        var root = directory.toRealPath().resolve("root");
        try (var checked = new CheckedDirectory(root)) {
            assertThatThrownBy(() -> checked.child(Path.of("link-dir"))).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> checked.open(Path.of("link-out"))).isInstanceOf(IOException.class);
            try (var out = checked.child(Path.of("out"));
                    var channel = out.open(Path.of("a.txt"))) {
                assertThat(channel.size()).isEqualTo(10);
                assertThat(out.names()).hasSize(4);
            }
        }
        try (var exchanged = new CheckedDirectory(root.resolve("link-dir"))) {
            assertThatThrownBy(() -> exchanged.open(Path.of("secret"))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void list_directory_isSortedWithoutLinks() {
        assertThat(tree.list(List.of("out")).orElseThrow())
                .extracting(FileEntry::name)
                .containsExactly("sub", "a.txt", "B.txt");
    }

    @Test
    void plain_directory_isOneChildALine() {
        assertThat(text(FolderAnswers.plain(tree, List.of("out")).orElseThrow()))
                .isEqualTo("sub/\na.txt\nB.txt\n");
        assertThat(FolderAnswers.plain(tree, List.of("link-in"))).isEmpty();
    }

    @Test
    void zip_directory_hasEveryFileInOrder() throws IOException {
        assertThat(entries(FolderAnswers.zip(tree, List.of(), "archive/", _ -> true)
                        .orElseThrow()))
                .containsExactly(
                        "archive/out/sub/b.html=<p>",
                        "archive/out/a.txt=0123456789",
                        "archive/out/B.txt=b",
                        "archive/back\\slash=x");
        assertThat(entries(FolderAnswers.zip(tree, List.of("out"), "", path -> path.endsWith(".html"))
                        .orElseThrow()))
                .containsExactly("sub/b.html=<p>");
        assertThat(FolderAnswers.zip(tree, List.of("out", "a.txt"), "", _ -> true))
                .isEmpty();
        assertThat(FolderAnswers.zip(tree, List.of("link-dir"), "", _ -> true)).isEmpty();
    }

    @Test
    void zip_sameFiles_areTheSameBytes() throws IOException {
        var one = written(FolderAnswers.zip(tree, List.of(), "", _ -> true).orElseThrow());

        assertThat(written(FolderAnswers.zip(tree, List.of(), "", _ -> true).orElseThrow()))
                .isEqualTo(one);
    }

    @Test
    void walk_visitorFails_failureIsNotSwallowed() {
        assertThatThrownBy(() -> tree.walk(List.of(), (_, _, _) -> {
                    throw new java.nio.file.AccessDeniedException("full");
                }))
                .isInstanceOf(java.nio.file.AccessDeniedException.class);
    }

    private static List<String> entries(Response zip) throws IOException {
        var entries = new ArrayList<String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(written(zip)))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.add(entry.getName() + "=" + new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private static byte[] written(Response response) throws IOException {
        var out = new ByteArrayOutputStream();
        ((Body.Streamed) response.body()).writing().to(out);
        return out.toByteArray();
    }

    private static String text(Response response) {
        return new String(((Body.Bytes) response.body()).array(), StandardCharsets.UTF_8);
    }

    private String answer(String... headers) throws IOException {
        return asked("GET", headers);
    }

    private String asked(String method, String... headers) throws IOException {
        var draft = Request.draft(method, "/");
        for (int i = 0; i < headers.length; i += 2) draft.header(headers[i], headers[i + 1]);
        var answer = FileAnswers.answer(
                draft.build(), tree.open(List.of("out", "a.txt")).orElseThrow());
        var range = answer.header("Content-Range").orElse("");
        if (!(answer.body() instanceof Body.FileRegion region)) return answer.status() + " " + range;
        try (var channel = region.channel()) {
            assertThat(channel.isOpen()).isTrue();
            return answer.status() + " " + range + " " + region.offset() + "+" + region.length();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=1-2, 206 bytes 1-2/10 1+2",
        "bytes=3-, 206 bytes 3-9/10 3+7",
        "bytes=-4, 206 bytes 6-9/10 6+4",
        "bytes=-400, 206 bytes 0-9/10 0+10",
        "bytes=8-400, 206 bytes 8-9/10 8+2",
        "bytes=0-0, 206 bytes 0-0/10 0+1",
        "bytes=10-, 416 bytes */10",
        "bytes=-0, 416 bytes */10",
        "bytes=5-4, 200  0+10",
        "'bytes=0-1,4-5', 200  0+10",
        "bytes=-, 200  0+10",
        "bytes=a-b, 200  0+10",
        "bytes=99999999999999999999-, 200  0+10",
        "lines=1-2, 200  0+10",
        "1-2, 200  0+10"
    })
    void answer_range_isThatPartOrTheWhole(String range, String expected) throws IOException {
        assertThat(answer("Range", range)).isEqualTo(expected);
    }

    @Test
    void answer_ifRange_holdsOnlyForTheSameTime() throws IOException {
        assertThat(answer("Range", "bytes=1-2", "If-Range", "Mon, 05 Jan 2026 08:00:00 GMT"))
                .startsWith("206");
        assertThat(answer("Range", "bytes=1-2", "If-Range", "Mon, 05 Jan 2026 07:00:00 GMT"))
                .startsWith("200");
        assertThat(answer("Range", "bytes=1-2", "If-Range", "\"etag\"")).startsWith("200");
        assertThat(asked("POST", "Range", "bytes=1-2")).startsWith("200");
    }

    @ParameterizedTest
    @CsvSource({
        "'Mon, 05 Jan 2026 08:00:00 GMT', 304",
        "'Mon, 05 Jan 2026 09:00:00 GMT', 304",
        "'Mon, 05 Jan 2026 07:59:59 GMT', 200",
        "yesterday, 200"
    })
    void answer_ifModifiedSince_comparesSeconds(String since, String status) throws IOException {
        assertThat(answer("If-Modified-Since", since)).startsWith(status);
    }

    @Test
    void answer_file_hasTypeAndTime() throws IOException {
        var answer = FileAnswers.answer(
                Request.draft("GET", "/").build(),
                tree.open(List.of("out", "a.txt")).orElseThrow());
        ((Body.FileRegion) answer.body()).channel().close();

        assertThat(answer.headers())
                .hasToString(
                        "[Content-Type: text/plain, Accept-Ranges: bytes, Last-Modified: Mon, 05 Jan 2026 08:00:00 GMT]");
        assertThat(FileTypes.of("x.TAR.GZ").value()).isEqualTo("application/gzip");
        assertThat(FileTypes.of("x").value()).isEqualTo("application/octet-stream");
    }
}
