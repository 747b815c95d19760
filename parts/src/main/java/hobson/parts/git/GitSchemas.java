package hobson.parts.git;

import hobson.engine.Reader;
import hobson.export.Kind;
import hobson.export.Schema;
import hobson.export.Show;
import hobson.parts.Showing;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How jobs with Git and their builds are shown ({@code objects.md §8.3}). */
final class GitSchemas {
    private static final Show ALWAYS = Show.ALWAYS;

    private GitSchemas() {}

    /** A commit, and the branch that it was built for. */
    private record Revision(String branch, String sha) {}

    private record Branch(String name, String sha) {}

    /** @param marked the commit of the branch; {@code revision} may be that one merged into another */
    private record Build(int number, Revision marked, Revision revision) {}

    static List<Showing<?>> all() {
        return List.of(new Showing<>(GitScm.class, scm()), new Showing<>(GitSources.BuildData.class, buildData()));
    }

    private static Schema<GitScm, Reader> scm() {
        var any = Schema.<GitScm, Reader>named("hudson.scm.SCM")
                .object(
                        "browser",
                        Kind.<Object, Reader>declared("hudson.scm.RepositoryBrowser", _ -> null),
                        (_, _) -> null)
                .text("type", (git, _) -> git.type())
                .build();
        var remote = Schema.<GitScm.Remote, Reader>named("hudson.plugins.git.UserRemoteConfig")
                .text("credentialsId", (r, _) -> r.credentials())
                .text("name", (r, _) -> r.name())
                .text("refspec", (r, _) -> r.refspec())
                .text("url", (r, _) -> GitAddress.shown(r.url()))
                .build();
        var branch = Schema.<BranchSpec, Reader>named("hudson.plugins.git.BranchSpec")
                .text("name", (b, _) -> b.text())
                .build();
        var merge = Schema.<GitOptions.Merge, Reader>named("hudson.plugins.git.UserMergeOptions")
                .text(
                        "fastForwardMode",
                        (m, _) -> m.fastForward()
                                .substring(2)
                                .toUpperCase(Locale.ROOT)
                                .replace('-', '_'))
                .text("mergeStrategy", (m, _) -> m.strategyName())
                .text("mergeTarget", (m, _) -> m.target())
                .text("remoteBranchName", (m, _) -> m.ref("origin").substring("refs/remotes/".length()))
                .build();
        return Schema.<GitScm, Reader>named(GitScm.TYPE)
                .extend(any)
                .list("branches", Kind.exactly(branch), (git, _) -> git.branches())
                .object(
                        "mergeOptions",
                        Kind.exactly(merge),
                        (git, _) -> git.options().merges().stream().findFirst().orElse(null))
                .list("userRemoteConfigs", Kind.exactly(remote), (git, _) -> git.remotes())
                .build();
    }

    private static Schema<GitSources.BuildData, Reader> buildData() {
        var branch = Schema.<Branch, Reader>named("hudson.plugins.git.Branch")
                .text("SHA1", ALWAYS, (b, _) -> b.sha)
                .text("name", ALWAYS, (b, _) -> b.name)
                .build();
        var revision = Schema.<Revision, Reader>named("hudson.plugins.git.Revision")
                .text("SHA1", ALWAYS, (r, _) -> r.sha)
                .list("branch", ALWAYS, Kind.exactly(branch), (r, _) -> List.of(new Branch(r.branch, r.sha)))
                .build();
        var build = Schema.<Build, Reader>named("hudson.plugins.git.util.Build")
                .integer("buildNumber", ALWAYS, (b, _) -> b.number)
                .text("buildResult", ALWAYS, (_, _) -> null)
                .object("marked", ALWAYS, Kind.exactly(revision), (b, _) -> b.marked)
                .object("revision", ALWAYS, Kind.exactly(revision), (b, _) -> b.revision)
                .build();
        return Schema.<GitSources.BuildData, Reader>named("hudson.plugins.git.util.BuildData")
                .map("buildsByBranchName", ALWAYS, Kind.exactly(build), (data, _) -> builds(data))
                .object(
                        "lastBuiltRevision",
                        ALWAYS,
                        Kind.exactly(revision),
                        (data, _) -> new Revision(
                                data.record().branch(), data.record().revision()))
                .texts("remoteUrls", ALWAYS, (data, _) -> data.record().urls())
                .text("scmName", ALWAYS, (data, _) -> data.record().label())
                .build();
    }

    private static Map<String, Build> builds(GitSources.BuildData data) {
        return data.record().built().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new Build(
                                entry.getValue().build(),
                                new Revision(entry.getKey(), entry.getValue().revision()),
                                new Revision(entry.getKey(), entry.getValue().result())),
                        (one, _) -> one,
                        TreeMap::new));
    }
}
