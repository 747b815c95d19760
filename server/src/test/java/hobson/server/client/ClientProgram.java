package hobson.server.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A client in its own language: a program that ends with 0 when everything was as it wants it. */
final class ClientProgram {
    private static final long PATIENCE_MINUTES = 5;
    private static final String PYTHON = "/usr/bin/python3";
    /** Where what npm fetches lies, so that a clean build begins without it. */
    private static final Path FOLDER = Path.of("target", "clients").toAbsolutePath();

    private final List<String> command;

    private ClientProgram(List<String> command) {
        this.command = command;
    }

    /** Debian's python-jenkins; installed where that needs no password. */
    static ClientProgram python() throws Exception {
        return debian("jenkins", "python3-jenkins", "python_jenkins.py");
    }

    /** Debian's jenkins-job-builder, likewise. */
    static ClientProgram jobBuilder() throws Exception {
        return debian("jenkins_jobs", "jenkins-job-builder", "job_builder/job_builder.py");
    }

    /** The same python-jenkins, with everything that it can do. */
    static ClientProgram wholePython() throws Exception {
        return debian("jenkins", "python3-jenkins", "python_jenkins_whole.py");
    }

    private static ClientProgram debian(String module, String name, String program) throws Exception {
        Files.createDirectories(FOLDER);
        if (!succeeds(PYTHON, "-c", "import " + module)
                && System.getProperty("user.name").equals("root")) {
            succeeds("apt-get", "update", "-q");
            succeeds("apt-get", "install", "-q", "-y", "--no-install-recommends", name);
        }
        assumeTrue(
                succeeds(PYTHON, "-c", "import " + module),
                "needs " + module + " (Debian: apt-get install " + name + ")");
        return new ClientProgram(
                List.of(PYTHON, ClientFiles.FOLDER.resolve(program).toString()));
    }

    /** npm's jenkins, in the version that the lock file names. */
    static ClientProgram node(String program) throws Exception {
        Files.createDirectories(FOLDER);
        for (var name : List.of("package.json", "package-lock.json", program)) {
            Files.writeString(FOLDER.resolve(name), ClientFiles.text("node/" + name));
        }
        assumeTrue(succeeds("npm", "--version"), "needs Node.js and npm (Debian: apt-get install npm)");
        assumeTrue(
                succeeds("npm", "ci", "--prefer-offline", "--no-audit", "--no-fund"),
                "needs a registry of npm packages: 'npm ci' fails in " + FOLDER);
        return new ClientProgram(List.of("node", FOLDER.resolve(program).toString()));
    }

    /** Lets the program do that one of its tasks, with a password or a token of the administrator. */
    void perform(String task, GuardedServer server, String secret) throws Exception {
        var words = new ArrayList<>(command);
        words.add(task);
        var builder = new ProcessBuilder(words);
        var environment = builder.environment();
        environment.put("JENKINS_URL", server.url());
        environment.put("JENKINS_USER", GuardedServer.USER);
        environment.put("JENKINS_SECRET", secret);
        environment.put("DOCUMENTS", ClientFiles.FOLDER.toString());
        environment.put("PYTHONDONTWRITEBYTECODE", "1");
        var ended = run(builder);
        assertThat(ended.code()).as(ended.output()).isZero();
    }

    private static boolean succeeds(String... words) throws Exception {
        var builder = new ProcessBuilder(words).directory(FOLDER.toFile());
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        try {
            return run(builder).code() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private static Ended run(ProcessBuilder builder) throws Exception {
        var output = Files.createTempFile("client", ".txt");
        try {
            var process = builder.redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
            }
            return new Ended(process.exitValue(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }

    private record Ended(int code, String output) {}
}
