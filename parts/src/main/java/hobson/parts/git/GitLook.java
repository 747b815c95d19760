package hobson.parts.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.engine.scm.Scm.Look;
import hobson.parts.files.Variables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Asks repositories for their branches and compares them with what was built last. For one thread. */
final class GitLook {
    private static final long PATIENCE_MINUTES = 10;
    private static final int MOST_BYTES = 16 << 20;
    private static final Pattern HEAD = Pattern.compile("([0-9a-f]{40,64})\trefs/heads/(.+)");

    private final GitScm scm;
    private final Look look;

    GitLook(GitScm scm, Look look) {
        this.scm = scm;
        this.look = look;
    }

    boolean perform() throws IOException, InterruptedException {
        var record = GitRecord.read(look.newestBuild());
        if (record.isEmpty()) {
            look.line("[poll] The newest build has not checked anything out");
            return true;
        }
        look.line("[poll] Last Built Revision: Revision " + record.get().revision() + " ("
                + record.get().branch() + ")");
        var refs = refs();
        look.line("Found " + refs.size() + " remote heads");
        return isNew(GitRefs.parse(refs), record.get());
    }

    private boolean isNew(GitRefs refs, GitRecord record) throws IOException {
        var specs = scm.branches().stream()
                .map(spec -> new BranchSpec(Variables.expand(spec.text(), look.environment())))
                .toList();
        boolean changed = false;
        for (var head : refs.meant(specs)) {
            var last = record.built().get(head.name());
            boolean isNew = GitRefs.isNew(head, record.built());
            look.line("[poll] Latest remote head revision on " + head.name() + " is: " + head.revision()
                    + (last == null || isNew ? "" : " - already built by " + last.build()));
            changed |= isNew;
        }
        return changed;
    }

    private List<String> refs() throws IOException, InterruptedException {
        var refs = new ArrayList<String>();
        for (var remote : GitRemote.of(scm, look.environment(), look.secrets())) {
            look.line(remote.access().remark());
            look.line(" > git ls-remote -h -- " + remote.shownUrl() + " # timeout=10");
            for (var line : heads(remote).lines().toList()) {
                var head = HEAD.matcher(line);
                if (head.matches()) {
                    refs.add(head.group(1) + " refs/remotes/" + remote.name() + "/" + head.group(2));
                }
            }
        }
        return refs;
    }

    private static String heads(GitRemote remote) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(remote.access().options());
        command.addAll(List.of("ls-remote", "-h", "--", remote.url()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("GIT_TERMINAL_PROMPT", "0", "GIT_ASKPASS", "true", "SSH_ASKPASS", "true"));
        builder.environment().putAll(remote.access().variables());
        var process = builder.start();
        var watch = Thread.ofVirtual().start(() -> endLate(process));
        try {
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readNBytes(MOST_BYTES), UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("git ls-remote failed: " + output.strip());
            }
            return output;
        } finally {
            process.destroyForcibly();
            watch.interrupt();
        }
    }

    private static void endLate(Process process) {
        try {
            boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
            if (!ended) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            // it has ended
        }
    }
}
