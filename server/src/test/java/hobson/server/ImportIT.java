package hobson.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Taking over the home of a Jenkins. */
class ImportIT {
    @TempDir
    Path folder;

    private Path source() {
        return folder.resolve("jenkins");
    }

    private Path home() {
        return folder.resolve("home");
    }

    private ServerProcess begin() throws IOException {
        return ServerProcess.run(folder, "import", "--jenkins-home", source().toString(), "--home", home().toString());
    }

    private String imported() throws Exception {
        try (var command = begin()) {
            var printed = String.join("\n", command.output());
            assertThat(command.exitCode()).as(printed).isZero();
            return printed;
        }
    }

    private static String get(ServerProcess server, String path, String secret) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var login = Base64.getEncoder().encodeToString(("ann:" + secret).getBytes(StandardCharsets.UTF_8));
            var answer = client.send(
                    server.request(path)
                            .header("Authorization", "Basic " + login)
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.body();
        }
    }

    @Test
    void import_wholeHome_isVisibleWithTheSameNumbers() throws Exception {
        ComposedHome.compose(source());
        var before = ComposedHome.inventory(source());

        var printed = imported();

        assertThat(printed)
                .contains("5 folders", "7 jobs", "1006 builds", "1 user,", "1 node,", "4 credentials", "2 views");
        assertThat(Files.readString(home().resolve("import-report.txt")))
                .contains(
                        "com.acme.OddProject",
                        "com.acme.OddCause",
                        "com.acme.OddCredentials",
                        "com.acme.Unknown",
                        "com.acme.OddView",
                        "com.acme.OddStep")
                .contains("archive/passwd: is no file", "jobs/pipe/builds/8/build.xml: has no result")
                .doesNotContain(ComposedHome.SECRET);
        assertThat(ComposedHome.inventory(source())).isEqualTo(before);
        try (var server = ServerProcess.serve(
                home(), "--config", home().resolve("imported-settings.yaml").toString())) {
            assertIsThere(server);
        }
        var after = ComposedHome.inventory(home().resolve("builds"));
        assertThat(imported()).contains("Taken in: nothing.", "1006 builds");
        assertThat(ComposedHome.inventory(home().resolve("builds"))).isEqualTo(after);
        assertThat(ComposedHome.inventory(source())).isEqualTo(before);
        try (var server = ServerProcess.serve(
                home(), "--config", home().resolve("imported-settings.yaml").toString())) {
            assertIsThere(server);
        }
    }

    private static void assertIsThere(ServerProcess server) throws Exception {
        assertThat(get(
                        server,
                        "job/free/api/json?tree=nextBuildNumber,lastBuild%5Bnumber%5D,lastFailedBuild%5Bnumber%5D",
                        "anns"))
                .contains("\"lastBuild\":{\"_class\":\"hudson.model.FreeStyleBuild\",\"number\":1000}")
                .contains("\"lastFailedBuild\":{\"_class\":\"hudson.model.FreeStyleBuild\",\"number\":1000}")
                .contains("\"nextBuildNumber\":1500");
        assertThat(get(server, "job/free/api/json?tree=allBuilds%5Bnumber%5D", ComposedHome.TOKEN)
                        .split("\"number\":", -1))
                .hasSize(ComposedHome.BUILDS + 1);
        assertThat(get(
                        server,
                        "job/free/41/api/json?tree=queueId,timestamp,duration,result,description,keepLog,"
                                + "actions%5Bparameters%5D",
                        "anns"))
                .contains("\"queueId\":141", "\"timestamp\":1700000000041", "\"duration\":1041")
                .contains("\"result\":\"SUCCESS\"", "\"description\":\"about 41\"", "\"keepLog\":false");
        assertThat(get(server, "job/free/41/consoleText", "anns")).isEqualTo("Started by user\nline of 41\n");
        assertThat(get(server, "job/free/41/artifact/dir/made.txt", "anns")).isEqualTo("made by 41");
        for (var job : new String[] {"pipe", "grid", "mvn", "outside", "F/job/G/job/deep"}) {
            assertThat(get(server, "job/" + job + "/7/consoleText", "anns")).isEqualTo("seven\n");
            assertThat(get(server, "job/" + job + "/7/api/json?tree=result", "anns"))
                    .contains("\"UNSTABLE\"");
        }
        assertThat(get(server, "job/pipe/8/api/json?tree=result", "anns")).contains("\"ABORTED\"");
        assertThat(get(server, "job/org/job/repo/api/json?tree=name", "anns")).contains("\"name\":\"repo\"");
        assertThat(get(server, "job/branches/job/main/api/json?tree=name", "anns"))
                .contains("\"name\":\"main\"");
        assertThat(get(server, "view/Nightly%20(all)/api/json?tree=jobs%5Bname%5D", "anns"))
                .contains("\"free\"");
        assertThat(get(server, "job/F/view/mine/api/json?tree=jobs%5Bname%5D", "anns"))
                .contains("\"G\"");
        assertThat(get(server, "computer/agent-1/api/json?tree=numExecutors", "anns"))
                .contains(":2");
        assertThat(get(server, "user/ann/api/json", "anns")).contains("\"Ann A\"", "ann@example.org");
        assertThat(get(server, "api/json?tree=jobs%5Bname%5D", "anns")).doesNotContain("linked", "odd");
        assertThat(get(server, "credentials/store/system/domain/_/api/json?depth=1", "anns"))
                .contains("kube.conf");
        assertThat(get(server, "job/F/credentials/store/folder/domain/_/credential/own/config.xml", "anns"))
                .contains("<secret-redacted/>");
        assertThat(get(server, "user/ann/my-views/view/own/api/json?tree=jobs%5Bname%5D", "anns"))
                .contains("\"pipe\"");
        assertThat(get(server, "user/ann/credentials/store/user/domain/_/credential/anns/config.xml", "anns"))
                .contains("<secret-redacted/>");
        assertThat(get(server, "job/free/config.xml", "anns"))
                .contains("<defaultValue>{AQAAABAAAA")
                .doesNotContain(ComposedHome.SECRET);
        assertThat(get(server, "job/free/41/api/json?depth=2", "anns")).doesNotContain(ComposedHome.SECRET);
    }

    @Test
    void import_killed_isFinishedByAnotherOne() throws Exception {
        ComposedHome.compose(source());
        try (var command = begin()) {
            var builds = home().resolve("builds");
            while (count(builds) < 100 && ProcessHandle.of(command.pid()).isPresent()) {
                Thread.onSpinWait();
            }
        } // killed

        var printed = imported();

        assertThat(printed).contains("Already there: ");
        assertThat(Files.readString(home().resolve("import-report.txt")))
                .contains("builds", "com.acme.OddStep")
                .containsSubsequence("Import of ", "Import of ");
        try (var server = ServerProcess.serve(
                home(), "--config", home().resolve("imported-settings.yaml").toString())) {
            assertIsThere(server);
        }
    }

    private static long count(Path builds) {
        if (!Files.isDirectory(builds)) {
            return 0;
        }
        try (var folders = Files.walk(builds, 2)) {
            return folders.count();
        } catch (IOException | UncheckedIOException e) {
            return 0; // it is being filled
        }
    }
}
