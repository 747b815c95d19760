package hobson.server.ephemeral;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.engine.build.Result;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What builds do and come to. Lines and pauses happen in the order in which they are said here; the result is the same wherever it is
 * said. Takes the place of an earlier script for the same builds with the first thing that is said, and may be added to until they
 * begin.
 *
 * <pre>{@code
 * script.of("deploy").build(7).log("Deploying").after(2, MINUTES).log("No answer").fails();
 * }</pre>
 */
public final class Script {
    private static final int MOST = 100_000;

    private final Scripts scripts;
    private final String job;
    private final @Nullable Integer number;
    private Content content = Content.NOTHING;

    /**
     * A script as it is performed.
     *
     * @param files artifacts by their paths
     */
    record Content(Result result, List<Action> actions, List<Test> tests, Map<String, byte[]> files) {
        static final Content NOTHING = new Content(Result.SUCCESS, List.of(), List.of(), Map.of());
    }

    /** One thing that a build does. */
    sealed interface Action {
        /** Prints. */
        record Line(String text) implements Action {}

        /** Lets time pass. */
        record Pause(Duration time) implements Action {}
    }

    /**
     * A test that a build runs.
     *
     * @param failure null when it does not fail
     */
    record Test(String className, String name, @Nullable String failure, boolean skipped) {}

    /** @param number null for all that have no script of their own */
    Script(Scripts scripts, String job, @Nullable Integer number) {
        this.scripts = scripts;
        this.job = job;
        this.number = number;
    }

    /** The build of that number alone. */
    public Script build(int only) {
        if (only < 1) {
            throw new IllegalArgumentException("Builds are numbered from 1, not " + only);
        }
        return new Script(scripts, job, only);
    }

    public Script succeeds() {
        return result(Result.SUCCESS);
    }

    public Script fails() {
        return result(Result.FAILURE);
    }

    public Script isUnstable() {
        return result(Result.UNSTABLE);
    }

    public Script isAborted() {
        return result(Result.ABORTED);
    }

    public Script isNotBuilt() {
        return result(Result.NOT_BUILT);
    }

    Script result(Result result) {
        return changed(new Content(result, content.actions, content.tests, content.files));
    }

    /** A line of the console. */
    public Script log(String line) {
        return acting(new Action.Line(line));
    }

    /** The build waits until that time of the server's has passed. */
    public Script after(Duration time) {
        return acting(new Action.Pause(Times.passing(time)));
    }

    public Script after(long amount, ChronoUnit unit) {
        return after(Duration.of(amount, unit));
    }

    /** A test that passes. */
    public Script test(String className, String name) {
        return tested(new Test(className, name, null, false));
    }

    /** A test that fails, so that the build is unstable at best. */
    public Script failedTest(String className, String name, String message) {
        return tested(new Test(className, name, message, false));
    }

    public Script skippedTest(String className, String name) {
        return tested(new Test(className, name, null, true));
    }

    /** @param path with slashes, relative, without {@code ..} */
    public Script artifact(String path, byte[] bytes) {
        for (var step : path.split("/", -1)) {
            if (step.isEmpty() || step.equals(".") || step.equals("..") || step.contains("\0")) {
                throw new IllegalArgumentException("The path of an artifact is relative and without dots: " + path);
            }
        }
        var files = new LinkedHashMap<>(content.files);
        files.put(path, bytes.clone());
        return changed(new Content(content.result, content.actions, content.tests, Map.copyOf(files)));
    }

    public Script artifact(String path, String text) {
        return artifact(path, text.getBytes(UTF_8));
    }

    /** The sources of the job have new commits: who looks next finds them, once. */
    public Script hasCommits() {
        scripts.addCommits(job);
        return this;
    }

    private Script acting(Action action) {
        return changed(new Content(content.result, more(content.actions, action), content.tests, content.files));
    }

    private Script tested(Test test) {
        return changed(new Content(content.result, content.actions, more(content.tests, test), content.files));
    }

    private static <T> List<T> more(List<T> list, T one) {
        if (list.size() == MOST) {
            throw new IllegalStateException("A script has at most " + MOST + " lines");
        }
        var longer = new ArrayList<>(list);
        longer.add(one);
        return List.copyOf(longer);
    }

    private Script changed(Content to) {
        content = to;
        scripts.put(job, number, to);
        return this;
    }
}
