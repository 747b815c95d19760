package hobson.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Builds: from the trigger to the last file. */
class BuildsIT {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final JobOptions UNTIL_TOLD = JobOptions.freestyle()
            .stringParameter("FILE", "", "")
            .shell(
                    "echo begun; n=0; while [ ! -e \"$FILE\" ] && [ $n -lt 300 ]; do sleep 0.1; n=$((n+1)); done; echo told");

    private final Hobson hobson = SERVER.admin();

    @TempDir
    Path folder;

    private Job job(String name, JobOptions options) {
        return hobson.jobs().put(SERVER.name(name), options.toXml());
    }

    private Job shell(String name, String command) {
        return job(name, JobOptions.freestyle().shell(command));
    }

    @Test
    void trigger_job_isAwaitedToItsResultAndLog() {
        var run = shell("plain", "echo hello; exit 0").trigger();

        assertThat(run.awaitResult(Duration.ofMinutes(1))).isEqualTo(Result.SUCCESS);
        var build = run.awaitBuild();
        var info = build.info();
        assertThat(info.number()).isEqualTo(run.awaitNumber());
        assertThat(info.queueId()).isEqualTo(run.queueId());
        assertThat(run.queueItem().build()).hasValue(info.number());
        assertThat(info.isBuilding()).isFalse();
        assertThat(info.causes()).hasSize(1);
        assertThat(build.log()).contains("hello\n").endsWith("Finished: SUCCESS\n");
        assertThat(build.log(0).text()).isEqualTo(build.log());
        assertThat(run.awaitTestReport()).isEmpty();
    }

    @Test
    void trigger_withParameters_buildsWithThemAndWithTheOthersAsTheyAre() {
        var job = job(
                "asks",
                JobOptions.freestyle()
                        .stringParameter("A", "a", "")
                        .stringParameter("B", "b", "")
                        .shell("echo \"[$A][$B]\""));

        var run = job.trigger(Parameters.of("A", "ü & = +\n2"), TriggerOptions.NOW);
        run.awaitResult();
        assertThat(run.awaitBuild().log()).contains("[ü & = +\n2][b]");
        assertThat(run.awaitBuild().info().parameters())
                .containsEntry("A", "ü & = +\n2")
                .containsEntry("B", "b");
        var plain = job.trigger();
        plain.awaitResult();
        assertThat(plain.awaitBuild().log()).contains("[a][b]");
        var delayed = job.trigger(Parameters.NONE, TriggerOptions.NOW);
        delayed.awaitResult();
        assertThat(delayed.awaitBuild().log()).contains("[a][b]");
    }

    @Test
    void trigger_withFiles_streamsThemAndTellsHowFarItIs() throws Exception {
        var job = job(
                "files",
                JobOptions.freestyle()
                        .fileParameter("in/data.bin", "")
                        .fileParameter("text", "")
                        .stringParameter("A", "", "")
                        .shell("wc -c < in/data.bin; cat text; echo $A"));
        var data = Files.write(folder.resolve("data.bin"), new byte[300_000]);
        var moved = Collections.synchronizedList(new ArrayList<Transfer>());
        var watched = hobson.on(moved::add).job(job.path());

        var run = watched.trigger(Parameters.of("A", "value")
                .file("in/data.bin", data)
                .file("text", "quo\"ted.txt", () -> new ByteArrayInputStream("a text\n".getBytes(UTF_8)), -1));
        run.awaitResult();

        assertThat(run.awaitBuild().log()).contains("300000", "a text", "value");
        assertThat(moved)
                .contains(new Transfer(
                        Transfer.Direction.UPLOAD, "data.bin", 300_000, java.util.OptionalLong.of(300_000)));
        assertThat(moved)
                .anyMatch(transfer -> transfer.name().equals("quo\"ted.txt")
                        && transfer.total().isEmpty());
    }

    @Test
    @Tag(TestServer.HOBSON_ONLY)
    void trigger_sentAgainWithItsKey_isTheSameBuild() {
        var job = shell("once", "true");
        var options = TriggerOptions.DEFAULT.key("release-7");

        var first = job.trigger(Parameters.NONE, options);
        first.awaitResult();
        var second = job.trigger(Parameters.NONE, options);

        assertThat(second.queueId()).isEqualTo(first.queueId());
        assertThat(second.awaitNumber()).isEqualTo(first.awaitNumber());
        assertThat(job.trigger().queueId()).isNotEqualTo(first.queueId());
    }

    @Test
    void async_run_completesItsStagesWithoutAWaitingThread() throws Exception {
        var run = shell("stages", "echo one; sleep 0.3; echo two; exit 1").trigger();
        var log = Collections.synchronizedList(new ArrayList<String>());

        run.followLogAsync(log::add).toCompletableFuture().get(60, TimeUnit.SECONDS);
        assertThat(run.awaitResultAsync().toCompletableFuture().get(60, TimeUnit.SECONDS))
                .isEqualTo(Result.FAILURE);
        assertThat(run.awaitNumberAsync().toCompletableFuture().get(60, TimeUnit.SECONDS))
                .isEqualTo(1);
        assertThat(run.awaitTestReportAsync().toCompletableFuture().get(60, TimeUnit.SECONDS))
                .isEmpty();
        assertThat(String.join("", log)).isEqualTo(run.awaitBuild().log());
    }

    @Test
    void log_runningBuild_isFollowedInEveryForm() throws Exception {
        var tell = folder.resolve("tell");
        var run = job("follow", UNTIL_TOLD).trigger(Parameters.of("FILE", tell.toString()));
        var build = run.awaitBuild();
        var seen = new ArrayList<String>();

        try (var lines = build.lines()) {
            lines.peek(line -> {
                        if (line.equals("begun")) {
                            tell(tell);
                        }
                    })
                    .forEach(seen::add);
        }

        assertThat(seen).contains("begun", "told").endsWith("Finished: SUCCESS");
        assertThat(String.join("\n", seen) + "\n").isEqualTo(build.log());
        var bytes = new ByteArrayOutputStream();
        build.followLog(bytes);
        assertThat(bytes.toString(UTF_8)).isEqualTo(build.log());
        var text = new StringBuilder();
        run.followLog(text::append);
        assertThat(text.toString()).isEqualTo(build.log());
        var part = build.log(10);
        assertThat(part.hasMore()).isFalse();
        assertThat(build.log(part.next()).text()).isEmpty();
        try (var stream = build.logStream()) {
            assertThat(new String(stream.readAllBytes(), UTF_8)).isEqualTo(build.log());
        }
    }

    private static void tell(Path file) {
        try {
            Files.writeString(file, "");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void cancel_queuedOrRunning_endsIt() {
        var job = job("cancelled", UNTIL_TOLD);
        var running = job.trigger(Parameters.of("FILE", "never"), TriggerOptions.NOW);
        running.awaitNumber();
        var waiting = job.trigger(Parameters.of("FILE", "neither"), TriggerOptions.NOW);

        assertThat(waiting.queueItem().why()).isPresent();
        assertThat(waiting.result()).isEmpty();
        waiting.cancel();
        assertThatThrownBy(waiting::awaitResult).isInstanceOf(HobsonException.Cancelled.class);
        waiting.cancel();
        assertThat(running.result()).isEmpty();
        assertThatThrownBy(() -> running.awaitResult(Duration.ofMillis(200)))
                .isInstanceOf(HobsonException.TimedOut.class);
        running.cancel();
        assertThat(running.awaitResult()).isEqualTo(Result.ABORTED);
    }

    @Test
    void await_interruptedThread_stopsWaiting() throws Exception {
        var job = job("patient", UNTIL_TOLD);
        var run = job.trigger(Parameters.of("FILE", "never"), TriggerOptions.NOW);
        run.awaitNumber();
        var failure = new java.util.concurrent.CompletableFuture<Throwable>();
        var thread = Thread.ofVirtual().start(() -> {
            try {
                run.awaitResult();
            } catch (HobsonException.Interrupted e) {
                failure.complete(e);
            }
        });

        thread.interrupt();

        assertThat(failure.get(60, TimeUnit.SECONDS)).isInstanceOf(HobsonException.Interrupted.class);
        var stage = run.awaitResultAsync().toCompletableFuture();
        assertThat(stage.cancel(true)).isTrue();
        run.cancel();
    }

    @Test
    void builds_byCriteria_areFound() throws Exception {
        var job = job(
                "history",
                JobOptions.freestyle().stringParameter("EXIT", "0", "").shell("exit $EXIT"));
        job.trigger().awaitResult();
        var between = job.last().info().startedAt();
        job.trigger(Parameters.of("EXIT", "1")).awaitResult();
        job.trigger(Parameters.of("EXIT", "0")).awaitResult();

        assertThat(job.builds(2)).extracting(BuildInfo::number).containsExactly(3, 2);
        assertThat(numbers(job, BuildFilter.ALL)).containsExactly(3, 2, 1);
        assertThat(numbers(job, BuildFilter.ALL.result(Result.FAILURE))).containsExactly(2);
        assertThat(numbers(job, BuildFilter.ALL.parameter("EXIT", "0"))).containsExactly(3, 1);
        assertThat(numbers(job, BuildFilter.ALL.since(between.plusMillis(1)))).containsExactly(3, 2);
        assertThat(numbers(job, BuildFilter.ALL.until(between))).isEmpty();
        assertThat(numbers(job, BuildFilter.ALL.since(Instant.now().plusSeconds(3600))))
                .isEmpty();
        assertThat(numbers(job, BuildFilter.ALL.building(true))).isEmpty();
        assertThat(job.last().number()).isEqualTo(3);
        assertThat(job.lastSuccessful().number()).isEqualTo(3);
        assertThat(job.lastCompleted().number()).isEqualTo(3);
        assertThat(job.lastFailed().number()).isEqualTo(2);
        assertThat(job.build(Permalink.FIRST).number()).isEqualTo(1);
        assertThat(job.build(Permalink.LAST_UNSTABLE).find()).isEmpty();
        assertThat(job.info().build(Permalink.LAST_FAILED)).hasValue(2);
    }

    private static List<Integer> numbers(Job job, BuildFilter filter) {
        return job.builds(filter).map(BuildInfo::number).toList();
    }

    @Test
    void keepDescribeNameDelete_build_isSo() {
        var job = shell("mine", "true");
        job.trigger().awaitResult();
        var build = job.build(1);

        build.describe("a <b> & c");
        build.name("release 1");
        build.keep(true);
        build.keep(true);
        var info = build.info();
        assertThat(info.description()).isEqualTo("a <b> & c");
        assertThat(info.displayName()).isEqualTo("release 1");
        assertThat(info.isKept()).isTrue();
        assertThatThrownBy(build::delete).isInstanceOf(HobsonException.Conflict.class);
        build.keep(false);
        build.delete();
        assertThat(build.find()).isEmpty();
        assertThatThrownBy(build::awaitResult).isInstanceOf(HobsonException.NotFound.class);
    }

    @Test
    void artifacts_byPattern_areDownloadedToTheirFolders() throws Exception {
        var job = job(
                "artifacts",
                JobOptions.freestyle()
                        .shell(
                                "mkdir -p 'a b/c'; echo one > 'a b/c/1 #%.txt'; echo two > top.txt; head -c 200000 /dev/zero > big.bin")
                        .archive("**/*"));
        job.trigger().awaitResult();
        var moved = new ArrayList<Transfer>();
        var build = hobson.on(moved::add).job(job.path()).last();

        assertThat(build.artifacts())
                .extracting(Artifact::path)
                .containsExactlyInAnyOrder("a b/c/1 #%.txt", "top.txt", "big.bin");
        assertThat(build.downloadArtifacts("**/*.txt", folder.resolve("down")))
                .allSatisfy(file -> assertThat(file).exists())
                .hasSize(2);
        assertThat(folder.resolve("down/a b/c/1 #%.txt")).hasContent("one\n");
        assertThat(folder.resolve("down/big.bin")).doesNotExist();
        assertThat(build.artifact("big.bin").download(folder.resolve("big"))).hasSize(200_000);
        assertThat(moved)
                .contains(new Transfer(
                        Transfer.Direction.DOWNLOAD, "big.bin", 200_000, java.util.OptionalLong.of(200_000)));
        try (var zip = new java.util.zip.ZipInputStream(build.artifactsAsZip())) {
            assertThat(zip.getNextEntry()).isNotNull();
        }
        var copy = new ByteArrayOutputStream();
        build.artifact("top.txt").copyTo(copy);
        assertThat(copy.toString(UTF_8)).isEqualTo("two\n");
        assertThatThrownBy(() -> build.artifact("absent").open()).isInstanceOf(HobsonException.NotFound.class);
        assertThatThrownBy(() -> build.artifact("absent").download(folder.resolve("absent")))
                .isInstanceOf(HobsonException.NotFound.class);
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().contains("part"));
    }

    @Test
    @Tag("plugins")
    void testReport_ofABuild_countsAndNamesWhatFailed() {
        var report = "<testsuite name='s'><testcase classname='p.C' name='good' time='0.5'/>"
                + "<testcase classname='p.C' name='bad'><failure message='why'>at p.C</failure></testcase>"
                + "<testcase classname='p.C' name='not'><skipped message='later'/></testcase></testsuite>";
        var job = job(
                "tests",
                JobOptions.freestyle()
                        .shell("cat > r.xml <<'E'\n" + report + "\nE")
                        .testReports("r.xml"));

        var run = job.trigger();
        var tests = run.awaitTestReport().orElseThrow();

        assertThat(run.awaitResult()).isEqualTo(Result.UNSTABLE);
        assertThat(List.of(tests.passed(), tests.failed(), tests.skipped(), tests.total()))
                .containsExactly(1, 1, 1, 3);
        var bad = tests.failures().get(0);
        assertThat(bad.className() + "." + bad.name()).isEqualTo("p.C.bad");
        assertThat(bad.message()).isEqualTo("why");
        assertThat(bad.stackTrace()).contains("at p.C");
        assertThat(bad.failedSince()).isEqualTo(1);
        assertThat(tests.cases())
                .anyMatch(test -> test.status() == TestReport.Status.SKIPPED
                        && test.message().equals("later"));
        assertThat(tests.duration()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    @Tag(TestServer.HOBSON_ONLY)
    void changesAndRevision_ofBuildsFromGit_areFound() throws Exception {
        var repository = folder.resolve("repository");
        git("init", "-q", "-b", "main", repository.toString());
        var first = commit(repository, "first");
        var job = job(
                "git",
                JobOptions.freestyle()
                        .git(repository.toUri().toString(), "main")
                        .pollEvery("")
                        .shell("true"));
        job.trigger().awaitResult();
        var second = commit(repository, "second: Ümläut\n\nmore of it");
        job.trigger().awaitResult();

        assertThat(numbers(job, BuildFilter.ALL.revision(second.substring(0, 10))))
                .containsExactly(2);
        assertThat(numbers(job, BuildFilter.ALL.revision(first))).containsExactly(1);
        var change = job.last().changes().get(0);
        assertThat(change.id()).isEqualTo(second);
        assertThat(change.message()).isEqualTo("second: Ümläut");
        assertThat(change.comment()).contains("more of it");
        assertThat(change.author()).isEqualTo("Ann");
        assertThat(change.paths()).containsExactly("file");
        assertThat(job.last().info().culprits()).containsExactly("Ann");
    }

    private static String commit(Path repository, String message) throws Exception {
        Files.writeString(repository.resolve("file"), message);
        var in = List.of("-C", repository.toString(), "-c", "user.name=Ann", "-c", "user.email=ann@example.com");
        git(in, "add", "-A");
        git(in, "commit", "-q", "-m", message);
        return git(in, "rev-parse", "HEAD").strip();
    }

    private static String git(String... words) throws Exception {
        return git(List.of(), words);
    }

    private static String git(List<String> first, String... words) throws Exception {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(first);
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
