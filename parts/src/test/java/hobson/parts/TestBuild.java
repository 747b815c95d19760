package hobson.parts;

import hobson.engine.build.Build;
import hobson.engine.build.BuildFolders;
import hobson.engine.build.BuildId;
import hobson.engine.build.BuildSummary;
import hobson.engine.build.History;
import hobson.engine.build.Permalink;
import hobson.engine.build.Result;
import hobson.engine.item.ItemPath;
import hobson.engine.item.Job;
import hobson.engine.item.JobDefinition;
import hobson.engine.item.JobTraits;
import hobson.engine.item.Wiring;
import hobson.engine.run.BuildContext;
import hobson.engine.run.BuildLog;
import hobson.engine.test.TestRecorder;
import hobson.engine.test.TestReport;
import hobson.engine.test.TestReports;
import hobson.engine.test.TestTotals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A build with a real workspace and real processes, that remembers what its parts ask for. */
public final class TestBuild implements BuildContext {
    private static final long TIMESTAMP = 1_700_000_000_000L;

    public final List<String> lines = new ArrayList<>();
    public final Map<String, String> made = new TreeMap<>();
    public final Map<String, String> given = new TreeMap<>();
    public final List<String> triggered = new ArrayList<>();
    public final Map<String, String> environment = new HashMap<>();
    private final Path root;
    private final int number;
    private @Nullable Result result;
    public @Nullable TestTotals tests;

    public TestBuild(Path root) {
        this(root, 7);
    }

    private TestBuild(Path root, int number) {
        this.root = root;
        this.number = number;
    }

    /** The next build of the job, in the same workspace. */
    public TestBuild next() {
        return new TestBuild(root, number + 1);
    }

    public TestBuild soFar(Result result) {
        this.result = result;
        return this;
    }

    /** Writes a file of the workspace; with the time of the build unless that is changed later. */
    public Path file(String path, String content) throws IOException {
        var file = workspace().resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    @Override
    public Job job() {
        return new Job(
                1,
                ItemPath.of("demo"),
                1,
                new JobTraits("freestyle", null, false, Wiring.NONE, false, null),
                false,
                false,
                null,
                8,
                null,
                null);
    }

    @Override
    public JobDefinition definition() {
        throw new UnsupportedOperationException("no part of this room asks for it");
    }

    @Override
    public Build build() {
        var begun = Build.begun(1, number, 41, TIMESTAMP, List.of(), null).on("", 0);
        return result == null ? begun : begun.withResult(result);
    }

    @Override
    public Path workspace() {
        return made(root.resolve("workspace/demo"));
    }

    @Override
    public Path folder() {
        return made(folders().of(1, number));
    }

    private BuildFolders folders() {
        return new BuildFolders(root.resolve("builds"));
    }

    public Path archive() {
        return folder().resolve("archive");
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public BuildLog log() {
        return lines::add;
    }

    @Override
    public int run(int order, List<String> command, String script) throws IOException, InterruptedException {
        var file = Files.writeString(folder().resolve("script-" + order), script);
        var whole = new ArrayList<>(command);
        whole.add(file.toString());
        var output = folder().resolve("output-" + order);
        var process = new ProcessBuilder(whole)
                .directory(workspace().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int code = process.waitFor();
        lines.add("$ " + String.join(" ", command));
        lines.addAll(Files.readAllLines(output));
        return code;
    }

    @Override
    public int runQuietly(int order, List<String> command, String script) throws IOException, InterruptedException {
        return run(order, command, script);
    }

    @Override
    public Optional<BuildSummary> newest(Permalink permalink) {
        return Optional.empty();
    }

    @Override
    public void fingerprint(Map<String, String> md5ByPath, boolean madeHere) {
        (madeHere ? made : given).putAll(md5ByPath);
    }

    @Override
    public TestRecorder recordTests() throws IOException {
        var builds = IntStream.rangeClosed(1, number)
                .mapToObj(n -> new BuildSummary(number + 1 - n, Result.SUCCESS, TIMESTAMP, 1))
                .toList();
        return new TestReports(folders()).record(new BuildId(1, number), 0, new History(builds));
    }

    @Override
    public void tested(TestTotals totals) {
        tests = totals;
    }

    public TestReport report() throws IOException {
        return new TestReports(folders()).find(new BuildId(1, number)).orElseThrow();
    }

    @Override
    public void trigger(String jobName) {
        triggered.add(jobName);
    }
}
