package hobson.parts.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Git as a child of the server, for what belongs to no build. It ends with the thread that waits for it. */
final class GitCommand {
    private static final long PATIENCE_MINUTES = 10;
    private static final int MOST_BYTES = 16 << 20;
    private static final Map<String, String> NOBODY_ANSWERS = Map.of(
            "GIT_TERMINAL_PROMPT", "0",
            "GIT_ASKPASS", "true",
            "SSH_ASKPASS", "true",
            "GIT_ALLOW_PROTOCOL", ShellScript.PROTOCOLS);

    private GitCommand() {}

    /**
     * What it prints.
     *
     * @throws IOException it failed; the message says what it printed
     */
    static String run(List<String> first, GitAccess access, List<String> words)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(first);
        command.addAll(access.options());
        command.addAll(words);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(NOBODY_ANSWERS);
        builder.environment().putAll(access.variables());
        var process = builder.start();
        var watch = Thread.ofVirtual().start(() -> endLate(process));
        try {
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readNBytes(MOST_BYTES), UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("git " + words.getFirst() + " failed: " + output.strip());
            }
            return output;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            watch.interrupt();
        }
    }

    private static void endLate(Process process) {
        try {
            boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            // it has ended
        }
    }
}
