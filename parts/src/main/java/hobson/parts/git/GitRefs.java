package hobson.parts.git;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a repository calls its commits: remote branches and tags, the newest commit first. Immutable. */
final class GitRefs {
    private static final String REMOTES = "refs/remotes/";
    private static final String TAGS = "refs/tags/";
    private static final Pattern REVISION = Pattern.compile("[0-9a-f]{7,64}");

    /** @param name {@code refs/remotes/origin/main}, or {@code detached} */
    record Ref(String name, String revision) {}

    private final List<Ref> refs;

    private GitRefs(List<Ref> refs) {
        this.refs = List.copyOf(refs);
    }

    /** @param lines revision, blank, name */
    static GitRefs parse(List<String> lines) {
        var refs = new ArrayList<Ref>();
        for (var line : lines) {
            int blank = line.indexOf(' ');
            if (blank > 0 && !line.endsWith("/HEAD")) {
                refs.add(new Ref(line.substring(blank + 1), line.substring(0, blank)));
            }
        }
        return new GitRefs(refs);
    }

    /** What these mean: of each all branches, else a tag, else a commit. With none of them every branch. */
    List<Ref> meant(List<BranchSpec> specs) {
        return (specs.isEmpty() ? List.of(new BranchSpec("**")) : specs)
                .stream().flatMap(spec -> meant(spec).stream()).distinct().toList();
    }

    /** Every branch that none of these means. */
    List<Ref> others(List<BranchSpec> specs) {
        return refs.stream()
                .filter(ref -> ref.name.startsWith(REMOTES))
                .filter(ref -> specs.stream().noneMatch(spec -> isBranch(spec, ref)))
                .toList();
    }

    private static boolean isBranch(BranchSpec spec, Ref ref) {
        return spec.matches(ref.name.substring(REMOTES.length())) || isHead(spec, ref);
    }

    private List<Ref> meant(BranchSpec spec) {
        var branches = refs.stream()
                .filter(ref -> ref.name.startsWith(REMOTES))
                .filter(ref -> isBranch(spec, ref))
                .toList();
        return branches.isEmpty() ? tag(spec).or(() -> revision(spec)).stream().toList() : branches;
    }

    /** The first of them that was not built yet; when all were, the first. */
    static Optional<Ref> choose(List<Ref> meant, Map<String, GitRecord.Built> built) {
        return meant.stream()
                .filter(ref -> isNew(ref, built))
                .findFirst()
                .or(() -> meant.stream().findFirst());
    }

    static boolean isNew(Ref ref, Map<String, GitRecord.Built> built) {
        var last = built.get(ref.name);
        return last == null || !last.revision().equals(ref.revision);
    }

    /** {@code refs/heads/main} means that branch in any remote. */
    private static boolean isHead(BranchSpec spec, Ref ref) {
        var text = spec.text();
        return text.startsWith("refs/heads/")
                && ref.name
                        .substring(REMOTES.length())
                        .replaceFirst("^[^/]*/", "")
                        .equals(text.substring(11));
    }

    private Optional<Ref> tag(BranchSpec spec) {
        var name = spec.text().startsWith(TAGS) ? spec.text() : TAGS + spec.text();
        return refs.stream().filter(ref -> ref.name.equals(name)).findFirst();
    }

    private static Optional<Ref> revision(BranchSpec spec) {
        return REVISION.matcher(spec.text()).matches()
                ? Optional.of(new Ref("detached", spec.text()))
                : Optional.empty();
    }

    /** The branch that ends in that commit, else the commit by itself. */
    Ref named(String revision) {
        return refs.stream()
                .filter(ref -> ref.name.startsWith(REMOTES) && ref.revision.startsWith(revision))
                .findFirst()
                .orElse(new Ref("detached", revision));
    }
}
