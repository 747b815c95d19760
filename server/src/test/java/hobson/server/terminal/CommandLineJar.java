package hobson.server.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** {@code jenkins-cli.jar}, as a server gives it away, run in this process: hundreds of virtual machines would take too long. */
final class CommandLineJar implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final String url;
    private final URLClassLoader classes;
    private final Method run;
    private final Constructor<?> terminal;

    private CommandLineJar(String url, URLClassLoader classes) throws ReflectiveOperationException {
        this.url = url;
        this.classes = classes;
        var streams = classes.loadClass("hobson.jenkinscli.Terminal");
        this.run = classes.loadClass("hobson.jenkinscli.Main").getDeclaredMethod("run", List.class, streams);
        this.terminal = streams.getDeclaredConstructor(InputStream.class, PrintStream.class, PrintStream.class);
        run.setAccessible(true);
        terminal.setAccessible(true);
    }

    static CommandLineJar of(String url, Path folder) throws Exception {
        var jar = folder.resolve("jenkins-cli.jar");
        try (var in = URI.create(url + "jnlpJars/jenkins-cli.jar").toURL().openStream()) {
            Files.copy(in, jar);
        }
        var urls = new URL[] {jar.toUri().toURL()};
        return new CommandLineJar(url, new URLClassLoader(urls, ClassLoader.getPlatformClassLoader()));
    }

    /** What came of a command. */
    record Result(int exitCode, String output, String error) {}

    /**
     * Runs a command to its end.
     *
     * @param transport {@code -http} or {@code -webSocket}
     * @param user whose password is {@code pw}; {@code anonymous} for nobody
     */
    Result run(String transport, String user, List<String> words, byte[] input) throws Exception {
        return begin(transport, user, words, input).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** As {@link #run}, and goes on meanwhile. */
    CompletableFuture<Result> begin(String transport, String user, List<String> words, byte[] input) {
        var all = new ArrayList<>(List.of("-s", url, transport));
        if (!user.equals("anonymous")) {
            all.addAll(List.of("-auth", user + ":pw"));
        }
        all.addAll(words);
        return CompletableFuture.supplyAsync(() -> result(all, input), Thread::startVirtualThread);
    }

    private Result result(List<String> words, byte[] input) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        try {
            var streams = terminal.newInstance(
                    new ByteArrayInputStream(input),
                    new PrintStream(out, true, UTF_8),
                    new PrintStream(err, true, UTF_8));
            int exitCode = (int) run.invoke(null, words, streams);
            return new Result(exitCode, out.toString(UTF_8), err.toString(UTF_8));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the jar has other classes", e);
        }
    }

    @Override
    public void close() throws IOException {
        classes.close();
    }
}
