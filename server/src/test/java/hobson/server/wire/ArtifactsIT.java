package hobson.server.wire;

import static hobson.server.wire.Project.archive;
import static hobson.server.wire.Project.shell;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of builds and workspaces; nothing outside them can be read. */
class ArtifactsIT {
    @RegisterExtension
    static final WireServer SERVER = WireServer.open();

    private static final String PRECIOUS = "precious-4711";
    private static final String FILES = "job/made/1/artifact/";
    private static WireClient client = new WireClient("");

    @BeforeAll
    static void build() throws Exception {
        client = SERVER.client().withCrumb();
        Files.writeString(SERVER.folder().resolve("precious"), PRECIOUS);
        var command =
                "printf 0123456789 > ten.txt; mkdir -p 'a b/ü'; echo '<script>' > 'a b/ü/x.html'; echo one > 'a b/1.log'";
        client.create("made", Project.of(shell(command), archive("**")));
        client.build("made", "build");
        client.create(
                "linked",
                Project.of(shell("echo own > own; ln -s '%s' folder; ln -s '%s/precious' file; ln -s own inner"
                        .formatted(SERVER.folder(), SERVER.folder()))));
        client.build("linked", "build");
        client.create("empty", Project.of());
        client.build("empty", "build");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bytes=0-3     | 206 | 0123       | bytes 0-3/10
            bytes=4-      | 206 | 456789     | bytes 4-9/10
            bytes=-3      | 206 | 789        | bytes 7-9/10
            bytes=8-99    | 206 | 89         | bytes 8-9/10
            bytes=-99     | 206 | 0123456789 | bytes 0-9/10
            bytes=0-9     | 206 | 0123456789 | bytes 0-9/10
            bytes=10-     | 416 |            | bytes */10
            bytes=-0      | 416 |            | bytes */10
            bytes=5-2     | 200 | 0123456789 |
            bytes=x       | 200 | 0123456789 |
            lines=0-1     | 200 | 0123456789 |
            """)
    void range_isServedAsRfc9110Says(String range, int status, String content, String place) throws Exception {
        var answer = client.get(FILES + "ten.txt", "Range", range);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Range")).isEqualTo(place == null ? "" : place);
        if (content != null) {
            assertThat(answer.body()).isEqualTo(content);
        }
    }

    @Test
    void file_isNeverRunInTheBrowser() throws Exception {
        var answer = client.get(FILES + "a%20b/%C3%BC/x.html");

        assertThat(answer.body()).isEqualTo("<script>\n");
        for (var name : new String[] {"Content-Security-Policy", "X-WebKit-CSP", "X-Content-Security-Policy"}) {
            assertThat(answer.header(name)).startsWith("sandbox allow-same-origin; default-src 'none';");
        }
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(client.get(FILES + "ten.txt", "If-Modified-Since", answer.header("Last-Modified"))
                        .status())
                .isIn(200, 304);
        assertThat(client.send("HEAD", FILES + "ten.txt"))
                .returns(200, Answer::status)
                .returns("10", head -> head.header("Content-Length"));
        var lastModified = client.get(FILES + "ten.txt").header("Last-Modified");
        assertThat(client.get(FILES + "ten.txt", "If-Modified-Since", lastModified)
                        .status())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            artifact/ten.txt/*view*     | 200 | 0123456789
            artifact/*plain*            | 200 | ten.txt
            artifact/a%20b/*plain*      | 200 | 1.log
            artifact/                   | 200 | ten.txt
            artifact/**/*.log           | 200 | 1.log
            artifact/nothing            | 404 | ''
            artifact/nothing/*zip*/a.zip| 404 | ''
            artifact/ten.txt/below      | 404 | ''
            artifact/a%20b              | 302 | ''
            artifact/?pattern=*.txt     | 302 | ''
            """)
    void browsing_everyForm_isAnswered(String path, int status, String content) throws Exception {
        var answer = client.get("job/made/1/" + path);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.body()).contains(content);
    }

    @Test
    void artifacts_ofABuildWithoutAny_are404() throws Exception {
        assertThat(client.get("job/empty/1/artifact/").status()).isEqualTo(404);
        assertThat(client.get("job/empty/1/artifact/*zip*/archive.zip").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            artifact/*zip*/archive.zip     | {archive/a b/1.log=4, archive/a b/ü/x.html=9, archive/ten.txt=10}
            artifact/a%20b/*zip*/x.zip     | {a b/1.log=4, a b/ü/x.html=9}
            artifact/**/*.log/*zip*/x.zip  | {a b/1.log=4}
            """)
    void zip_hasTheFilesBelow(String path, String entries) throws Exception {
        var answer = client.get("job/made/1/" + path);

        assertThat(answer.header("Content-Type")).startsWith("application/zip");
        assertThat(answer.header("Content-Disposition")).isEmpty();
        assertThat(files(answer.bytes()).toString()).isEqualTo(entries);
    }

    private static SortedMap<String, Integer> files(byte[] zip) throws Exception {
        var found = new TreeMap<String, Integer>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    found.put(entry.getName(), in.readAllBytes().length);
                }
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../precious",
                "../../../../../precious",
                "%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/precious",
                "..%2f..%2f..%2f..%2f..%2fprecious",
                "%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2fprecious",
                "%252e%252e/%252e%252e/%252e%252e/precious",
                "..%5c..%5c..%5cprecious",
                "%c0%ae%c0%ae/%c0%ae%c0%ae/precious",
                "..;/..;/..;/precious",
                "a%20b/../../../../../../precious",
                "*zip*/../../../../precious",
                "../*zip*/x.zip",
                "%2e%2e/*zip*/x.zip",
                "%2e%2e/*plain*",
                "../**/precious/*zip*/x.zip",
                "ten.txt%00.html",
                "/etc/passwd",
                "%2fetc%2fpasswd",
                "?pattern=../../../precious",
            })
    void path_thatLeavesTheFolder_showsNothing(String path) throws Exception {
        for (var root : new String[] {FILES, "job/made/ws/"}) {
            var answer = client.get(root + path);

            assertThat(answer.status()).as(answer.toString()).isNotIn(200, 206, 500);
            assertThat(answer.body()).doesNotContain(PRECIOUS, "root:x:");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "folder/precious",
                "folder/",
                "folder/*zip*/x.zip",
                "file",
                "file/*view*",
                "inner",
                "folder/*plain*"
            })
    void workspace_links_areNotFollowed(String path) throws Exception {
        var answer = client.get("job/linked/ws/" + path);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*zip*/x.zip", "**/*zip*/x.zip"})
    void workspace_zip_hasNoLinks(String path) throws Exception {
        assertThat(files(client.get("job/linked/ws/" + path).bytes()).keySet())
                .singleElement()
                .asString()
                .endsWith("own");
    }

    @Test
    void wipeOut_deletesTheWorkspaceAndNotWhatLinksNamed() throws Exception {
        client.create("wiped", Project.of(shell("echo x > x; ln -s '" + SERVER.folder() + "' folder")));
        client.build("wiped", "build");

        assertThat(client.get("job/wiped/doWipeOutWorkspace").status()).isEqualTo(405);
        assertThat(client.post("job/wiped/doWipeOutWorkspace").status()).isEqualTo(302);

        assertThat(client.get("job/wiped/ws/").status()).isEqualTo(404);
        assertThat(SERVER.folder().resolve("precious")).hasContent(PRECIOUS);
    }
}
