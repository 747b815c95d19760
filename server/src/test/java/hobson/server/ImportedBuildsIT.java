package hobson.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What builds of a Jenkins found out comes over with them; what is hostile in its home does not, and stops nothing. */
class ImportedBuildsIT {
    private static final String MD5 = "0123456789abcdef0123456789abcdef";
    private static final String SHA = "89abcdef".repeat(5);

    @TempDir
    Path folder;

    @BeforeEach
    void composeHome() throws IOException {
        write("config.xml", "<hudson><useSecurity>false</useSecurity></hudson>");
        write("jobs/a/config.xml", "<project/>");
    }

    private Path source() {
        return folder.resolve("jenkins");
    }

    private Path write(String path, String content) throws IOException {
        return write(path, content.getBytes(UTF_8));
    }

    private Path write(String path, byte[] content) throws IOException {
        var file = source().resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private void build(int number, String actions) throws IOException {
        write(
                "jobs/a/builds/" + number + "/build.xml",
                "<build><actions>" + actions
                        + "</actions><timestamp>1700000000000</timestamp><result>SUCCESS</result></build>");
    }

    private String imported() throws Exception {
        var home = folder.resolve("home").toString();
        try (var command = ServerProcess.run(folder, "import", "--jenkins-home", source().toString(), "--home", home)) {
            var printed = String.join("\n", command.output());
            assertThat(command.exitCode()).as(printed).isZero();
            return Files.readString(folder.resolve("home/import-report.txt"));
        }
    }

    private ServerProcess serve() throws Exception {
        return ServerProcess.serve(folder.resolve("home"), "--open");
    }

    private static String get(ServerProcess server, String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var address = path.replace("[", "%5B").replace("]", "%5D");
            return client.send(server.request(address).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private void result(int build, String ofSecond) throws IOException {
        write("jobs/a/builds/" + build + "/junitResult.xml", """
                <?xml version='1.1' encoding='UTF-8'?>
                <result plugin="junit@1.60"><suites><suite><file>/ws/TEST-s.xml</file><name>s</name><duration>2.5</duration>
                  <cases>
                    <case><duration>1.5</duration><className>p.C</className><testName>first</testName><skipped>false</skipped>
                      <stdout>printed &lt;this&gt;</stdout><failedSince>0</failedSince></case>
                    <case><duration>1.0</duration><className>p.C</className><testName>second</testName><skipped>false</skipped>
                      %s</case>
                  </cases></suite></suites><duration>2.5</duration><keepLongStdio>false</keepLongStdio></result>
                """.formatted(ofSecond));
    }

    @Test
    void import_resultsOfTests_areThereWithTheirAge() throws Exception {
        var failure = "<errorStackTrace>at p.C</errorStackTrace><errorDetails>is &gt; 1</errorDetails>";
        for (int number = 1; number <= 3; number++) {
            build(
                    number,
                    "<hudson.tasks.junit.TestResultAction><failCount>1</failCount></hudson.tasks.junit.TestResultAction>");
            result(number, number == 1 ? "" : failure);
        }

        assertThat(imported()).contains("3 results of tests");

        try (var server = serve()) {
            assertThat(get(server, "job/a/3/testReport/api/json"))
                    .contains("\"failCount\":1", "\"passCount\":1", "\"age\":2", "\"failedSince\":2")
                    .contains("\"errorDetails\":\"is > 1\"", "\"stdout\":\"printed <this>\"");
            assertThat(get(server, "job/a/3/api/json")).contains("hudson.tasks.junit.TestResultAction");
        }
        assertThat(imported()).contains("Taken in: nothing.");
    }

    @Test
    void import_buildsOfGit_haveTheirChangesAndFingerprints() throws Exception {
        build(7, """
                <hudson.plugins.git.util.BuildData><buildsByBranchName><entry><string>refs/remotes/origin/main</string>
                <hudson.plugins.git.util.Build><marked><sha1>%s</sha1></marked><revision reference="../marked"/>
                <hudsonBuildNumber>7</hudsonBuildNumber></hudson.plugins.git.util.Build></entry></buildsByBranchName>
                <remoteUrls><string>https://ann:secret@h.example/r.git</string></remoteUrls></hudson.plugins.git.util.BuildData>
                """.formatted(SHA));
        write(
                "jobs/a/builds/7/changelog.xml",
                "commit " + SHA + "\ncommitter Zoe <z@example.org> 1700000000 +0000\n\n    Why\n\n"
                        + ":100644 100644 a b M\tREADME\n");
        write(
                "fingerprints/01/23/" + MD5.substring(4) + ".xml",
                "<fingerprint><timestamp>2024-01-02 03:04:05.6 UTC</timestamp>"
                        + "<original><name>a</name><number>7</number></original><md5sum>" + MD5
                        + "</md5sum><fileName>made.jar</fileName>"
                        + "<usages><entry><string>a</string><ranges>7,9-999999999</ranges></entry><entry><string>../gone</string>"
                        + "<ranges>1</ranges></entry></usages></fingerprint>");

        assertThat(imported()).contains("1 checkout,", "1 fingerprint,");

        try (var server = serve()) {
            assertThat(get(server, "job/a/7/api/json"))
                    .contains(
                            "\"lastBuiltRevision\":{\"SHA1\":\"" + SHA, "\"remoteUrls\":[\"https://h.example/r.git\"]")
                    .contains("\"msg\":\"Why\"", "\"paths\":[{\"editType\":\"edit\",\"file\":\"README\"}]");
            assertThat(get(server, "asynchPeople/api/json")).contains("\"fullName\":\"Zoe\"");
            assertThat(get(server, "fingerprint/" + MD5 + "/api/json"))
                    .contains("\"fileName\":\"made.jar\"", "\"original\":{\"name\":\"a\",\"number\":7}")
                    .contains("\"ranges\":[{\"end\":8,\"start\":7}]");
        }
    }

    @Test
    void import_hostileHome_namesWhatItLeavesOutAndTakesTheRest() throws Exception {
        var bomb = "<?xml version='1.0'?><!DOCTYPE b [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>"
                + "<!ENTITY x SYSTEM 'file:///etc/passwd'>]>";
        build(1, "");
        write("jobs/a/builds/1/junitResult.xml", bomb + "<result>&b;&x;<suites><suite>");
        write("jobs/a/builds/1/log.gz", packed("as far as it goes"));
        write("jobs/a/builds/2/build.xml", bomb + "<build><description>&x;</description></build>");
        write("jobs/a/builds/3/build.xml", "<build>" + "<a>".repeat(50_000) + "</build>");
        write(
                "jobs/a/builds/4/build.xml",
                "<build><result>SUCCESS</result><queueId>9223372036854775807</queueId><timestamp>"
                        + "9223372036854775807</timestamp><duration>9223372036854775807</duration></build>");
        write("jobs/a/builds/2147483648/build.xml", "<build/>");
        write("jobs/a/nextBuildNumber", "99999999999999999999");
        write("jobs/bomb/config.xml", bomb + "<project><description>&b;</description></project>");
        write("jobs/up/config.xml", "<project/>");
        write("jobs/up/name-utf8.txt", "../../up");
        write("users/x_1/config.xml", "<user><id>x&#10;y</id></user>");
        write("users/y_2/config.xml", bomb + "<user/>");
        write("fingerprints/01/23/" + MD5.substring(4) + ".xml", bomb + "<fingerprint/>");
        Files.createDirectories(source().resolve("jobs/linked"));
        Files.createSymbolicLink(source().resolve("jobs/linked/config.xml"), Path.of("/etc/passwd"));
        Files.createSymbolicLink(source().resolve("jobs/a/builds/5"), source().resolve("jobs/a/builds"));
        Files.createDirectories(source().resolve("jobs/loop"));
        Files.createSymbolicLink(source().resolve("jobs/loop/jobs"), source().resolve("jobs"));
        write("jobs/moved/config.xml", "<project/>");
        Files.createSymbolicLink(source().resolve("jobs/moved/builds"), source().resolve("jobs/a/builds"));
        try (var sparse = FileChannel.open(write("jobs/huge/config.xml", "<project/>"), StandardOpenOption.WRITE)) {
            sparse.write(ByteBuffer.wrap(new byte[1]), 200L << 20);
        }
        Files.setPosixFilePermissions(
                write("jobs/closed/config.xml", "<project/>"), PosixFilePermissions.fromString("---------"));

        var report = imported();

        assertThat(report)
                .contains("2 builds")
                .contains("junitResult.xml: is no result of tests", "log.gz: is broken")
                .contains(
                        "builds/2/build.xml: ",
                        "builds/3/build.xml: ",
                        "jobs/bomb/config.xml: ",
                        "jobs/up/config.xml: ")
                .contains(
                        "users/x_1/config.xml: A user name is one line",
                        "users/y_2/config.xml: ",
                        "fingerprints/01/23/")
                .contains("jobs/linked: is no item", "jobs/loop: is no item", "jobs/huge/config.xml: is larger than")
                .contains("jobs/moved/builds: is a link")
                .doesNotContain("root:");
        try (var server = serve()) {
            assertThat(get(server, "job/a/1/consoleText")).startsWith("as far");
            assertThat(get(server, "job/a/4/api/json")).contains("\"timestamp\":0", "\"duration\":0", "\"queueId\":-1");
            assertThat(get(server, "job/a/api/json?tree=nextBuildNumber")).contains(":5");
            assertThat(get(server, "api/json?tree=jobs[name]")).doesNotContain("up", "bomb", "linked", "huge");
        }
    }

    /** Breaks off in the middle. */
    private static byte[] packed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes, true)) {
            out.write(text.getBytes(UTF_8));
            out.flush();
            return bytes.toByteArray();
        }
    }
}
