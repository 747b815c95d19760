package hobson.client;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A build on the server, whether it exists or not: nothing is asked before a method is called. */
public final class Build {
    private final Connection connection;
    private final Job job;
    private final String id;
    private final String address;

    /** @param id a number, or the name of a permalink */
    Build(Connection connection, Job job, String id) {
        this.connection = connection;
        this.job = job;
        this.id = id;
        this.address = job.address + id + "/";
    }

    /** What it is a build of. */
    public Job job() {
        return job;
    }

    /** Its page. */
    public URI url() {
        return connection.address(address);
    }

    /** What it is and how it does, now. */
    public BuildInfo info() {
        return BuildInfo.of(connection.json(address + "api/json"));
    }

    /** The same as {@link #info}, or nothing when there is no such build. */
    public Optional<BuildInfo> find() {
        try {
            return Optional.of(info());
        } catch (HobsonException.NotFound e) {
            return Optional.empty();
        }
    }

    /** Its number; asks the server for that of a permalink. */
    public int number() {
        return Character.isDigit(id.charAt(0))
                ? Integer.parseInt(id)
                : (int) connection.json(address + "api/json?tree=number").number("number", 0);
    }

    /** This very build: a permalink may be another one a moment later. */
    private Build fixed() {
        return Character.isDigit(id.charAt(0)) ? this : job.build(number());
    }

    private CompletableFuture<Build> fixedAsync() {
        return CompletableFuture.supplyAsync(this::fixed, connection.executor());
    }

    /** Its address below the server's. */
    String address() {
        return address;
    }

    /** Waits until it has ended. */
    public Result awaitResult() {
        return Waiting.await(fixed()::resultNow, new Pace(toString(), null));
    }

    /** Waits until it has ended, but not longer. */
    public Result awaitResult(Duration longest) {
        return Waiting.await(fixed()::resultNow, new Pace(toString(), longest));
    }

    /** How it ended, as soon as it has. */
    public CompletionStage<Result> awaitResultAsync() {
        return Waiting.then(
                fixedAsync(),
                build -> Waiting.async(build::resultNow, new Pace(toString(), null), connection.executor()));
    }

    /** How it ended; nothing before. */
    Optional<Result> resultNow() {
        var state = connection.json(address + "api/json?tree=building,result");
        return state.is("building") ? Optional.empty() : Result.of(state.get("result"));
    }

    /** Everything that it has written so far. In memory: at most 64 MiB. */
    public String log() {
        return connection
                .send(Call.get(address + "consoleText").with("Accept-Encoding", "gzip"))
                .text();
    }

    /** Everything that it has written so far, in UTF-8. To be closed. */
    public InputStream logStream() {
        return connection.open(Call.get(address + "consoleText")).body();
    }

    /** A piece of what it has written, from there on; from the beginning when there is not so much. */
    public LogPart log(long start) {
        return new LogFollower(connection, address).part(start);
    }

    /** Hands over what it has written and what it writes, as it comes, until it ends. Pieces end where lines end, if lines are short. */
    public void followLog(Consumer<String> text) {
        new LogFollower(connection, fixed().address).follow(text);
    }

    /** Copies what it has written and what it writes, in UTF-8, until it ends. Flushes after each piece. */
    public void followLog(OutputStream to) {
        followLog(LogFollower.into(to));
    }

    /** Hands over what it writes; complete when it has ended. Needs no thread while nothing comes. */
    public CompletionStage<Void> followLogAsync(Consumer<String> text) {
        return Waiting.then(fixedAsync(), build -> new LogFollower(connection, build.address).followAsync(text));
    }

    /** What it has written and what it writes, line by line; the stream waits for the next one, and ends when the build does. To be closed. */
    public Stream<String> lines() {
        return LogLines.stream(connection, fixed().address);
    }

    /** What its tests said; nothing when there were none. */
    public Optional<TestReport> testReport() {
        try {
            return Optional.of(TestReport.of(
                    connection.json(address + "testReport/api/json?tree=" + ItemPath.encoded(TestReport.FIELDS))));
        } catch (HobsonException.NotFound e) {
            return Optional.empty();
        }
    }

    /** The commits that came with it. */
    public List<Change> changes() {
        return info().changes();
    }

    /** The files that it has kept. */
    public List<Artifact> artifacts() {
        return connection
                .json(address + "api/json?tree=artifacts%5BfileName,relativePath%5D")
                .each("artifacts")
                .map(Artifact::of)
                .toList();
    }

    /** Those of its files whose path is like that, {@code "**}{@code /*.jar, docs/**"}: as Ant has it. */
    public List<Artifact> artifacts(String glob) {
        var wanted = new Glob(glob);
        return artifacts().stream()
                .filter(artifact -> wanted.matches(artifact.path()))
                .toList();
    }

    /** One of its files, whether it exists or not. */
    public ArtifactFile artifact(String path) {
        return new ArtifactFile(connection, address, path);
    }

    /** All of its files as one ZIP, made while it is sent. To be closed. */
    public InputStream artifactsAsZip() {
        return connection.open(Call.get(address + "artifact/*zip*/archive.zip")).body();
    }

    /**
     * Downloads those of its files whose path is like that, each to its path below a folder. No file leaves the folder, whatever it is called.
     *
     * @return where they are
     */
    public List<Path> downloadArtifacts(String glob, Path folder) {
        var build = fixed();
        return build.artifacts(glob).stream()
                .map(artifact -> build.artifact(artifact.path()).downloadInto(folder))
                .toList();
    }

    /** Stops it, if it is being built; it is {@link Result#ABORTED} soon. */
    public void stop() {
        connection.send(Call.post(address + "stop"));
    }

    /** Stops it more firmly, if it is a pipeline that does not stop. */
    public void terminate() {
        connection.send(Call.post(address + "term"));
    }

    /** Ends it, if it is a pipeline that does not stop at all; nothing of it is cleaned up. */
    public void kill() {
        connection.send(Call.post(address + "kill"));
    }

    /** What it says as a pipeline. */
    public Pipeline pipeline() {
        return new Pipeline(connection, address);
    }

    /** The variables that it ran with; none where the server does not tell, which is wherever the plugin EnvInject is not. */
    public Map<String, String> environment() {
        try {
            var variables = new LinkedHashMap<String, String>();
            connection
                    .json(address + "injectedEnvVars/api/json")
                    .get("envMap")
                    .members()
                    .forEach((name, value) -> variables.put(name, value.asText().orElse("")));
            return variables;
        } catch (HobsonException.NotFound e) {
            return Map.of();
        }
    }

    /**
     * Deletes it.
     *
     * @throws HobsonException.Conflict when it is to be kept
     */
    public void delete() {
        connection.send(Call.post(address + "doDelete"));
    }

    /** Says something about it. */
    public void describe(String description) {
        connection.send(Call.post(address + "submitDescription", Content.form(Map.of("description", description))));
    }

    /** Gives it a name beside its number. An empty one takes it away. */
    public void name(String displayName) {
        var kept = connection.json(address + "api/json?tree=description").text("description");
        var form = JsonText.of(Map.of("displayName", displayName, "description", kept));
        connection.send(Call.post(address + "configSubmit", Content.form(Map.of("json", form))));
    }

    /** Whether it is kept when older builds are discarded. The server knows only a switch, which is looked at before. */
    public void keep(boolean kept) {
        if (connection.json(address + "api/json?tree=keepLog").is("keepLog") != kept) {
            connection.send(Call.post(address + "toggleLogKeep"));
        }
    }

    @Override
    public String toString() {
        return job + " #" + id;
    }
}
