package hobson.parts.git;

import hobson.engine.run.StepFailed;
import hobson.engine.scm.Scm.Look;
import hobson.parts.files.Variables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Asks repositories for their branches and compares them with what was built last. For one thread. */
final class GitLook {
    private static final Pattern HEAD = Pattern.compile("([0-9a-f]{40,64})\trefs/heads/(.+)");

    private final GitScm scm;
    private final Look look;

    GitLook(GitScm scm, Look look) {
        this.scm = scm;
        this.look = look;
    }

    boolean perform() throws IOException, InterruptedException {
        if (!scm.options().refused().isEmpty()) {
            throw new StepFailed(String.join("; ", scm.options().refused()));
        }
        var record = GitRecord.read(look.newestBuild());
        if (record.isEmpty()) {
            look.line("[poll] The newest build has not checked anything out");
            return true;
        }
        look.line("[poll] Last Built Revision: Revision " + record.get().revision() + " ("
                + record.get().branch() + ")");
        var remotes = GitRemote.of(scm, look.environment(), look.secrets());
        var refs = refs(remotes);
        look.line("Found " + refs.size() + " remote heads");
        return isNew(GitRefs.parse(refs), remotes, record.get());
    }

    private boolean isNew(GitRefs refs, List<GitRemote> remotes, GitRecord record)
            throws IOException, InterruptedException {
        var specs = scm.branches().stream()
                .map(spec -> new BranchSpec(Variables.expand(spec.text(), look.environment())))
                .toList();
        var heads = scm.options().inverse() ? refs.others(specs) : refs.meant(specs);
        var copy = new LookedAtCopy(scm.options(), look, remotes);
        boolean changed = false;
        for (var head : heads) {
            var last = record.built().get(head.name());
            boolean isNew = GitRefs.isNew(head, record.built());
            look.line("[poll] Latest remote head revision on " + head.name() + " is: " + head.revision()
                    + (last == null || isNew ? "" : " - already built by " + last.build()));
            changed |= isNew && (last == null || copy.countsSince(last.revision(), head.revision()));
        }
        return changed;
    }

    private List<String> refs(List<GitRemote> remotes) throws IOException, InterruptedException {
        var refs = new ArrayList<String>();
        for (var remote : remotes) {
            look.line(remote.access().remark());
            look.line(" > git ls-remote -h -- " + remote.url() + " # timeout=10");
            var heads = GitCommand.run(List.of(), remote.access(), List.of("ls-remote", "-h", "--", remote.url()));
            for (var line : heads.lines().toList()) {
                var head = HEAD.matcher(line);
                if (head.matches()) {
                    refs.add(head.group(1) + " refs/remotes/" + remote.name() + "/" + head.group(2));
                }
            }
        }
        return refs;
    }
}
