package hobson.parts.git;

import hobson.engine.build.Result;
import hobson.engine.run.BuildContext;
import hobson.engine.run.BuildSecrets;
import hobson.engine.scm.RepositoryAddress;
import hobson.engine.scm.Scm;
import hobson.engine.scm.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sources in Git repositories ({@code config-xml.md §4}).
 *
 * @param branches none means any
 */
record GitScm(List<Remote> remotes, List<BranchSpec> branches, GitOptions options) implements Scm {
    static final String TYPE = "hudson.plugins.git.GitSCM";

    /**
     * A repository.
     *
     * @param name under which Git keeps it in the workspace
     */
    record Remote(
            @Nullable String credentials,
            @Nullable String name,
            @Nullable String refspec,
            String url) {
        String nameOr(String otherwise) {
            return name == null || name.isBlank() ? otherwise : name.strip();
        }
    }

    GitScm {
        remotes = List.copyOf(remotes);
        branches = List.copyOf(branches);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String title() {
        return "Git";
    }

    @Override
    public List<String> repositories() {
        return remotes.stream()
                .map(remote -> RepositoryAddress.of(remote.url))
                .flatMap(Optional::stream)
                .map(RepositoryAddress::key)
                .distinct()
                .toList();
    }

    @Override
    public Result checkout(BuildContext context, BuildSecrets secrets) throws IOException, InterruptedException {
        return new GitCheckout(this, context, secrets).perform();
    }

    @Override
    public Optional<Sources> sources(Path buildFolder) throws IOException {
        return GitSources.read(buildFolder);
    }

    @Override
    public Map<String, String> variables(Path buildFolder) throws IOException {
        return GitRecord.read(buildFolder).map(GitRecord::variables).orElse(Map.of());
    }

    @Override
    public boolean hasChanged(Look look) throws IOException, InterruptedException {
        return new GitLook(this, look).perform();
    }

    @Override
    public Interest interest(RepositoryAddress repository, List<String> concerned) {
        return remotes.stream()
                .filter(_ -> options.heedsNotices())
                .filter(remote -> RepositoryAddress.of(remote.url)
                        .filter(repository::equals)
                        .isPresent())
                .map(remote -> interest(remote.nameOr("origin"), concerned))
                .max(Interest::compareTo)
                .orElse(Interest.NONE);
    }

    private Interest interest(String remote, List<String> concerned) {
        if (concerned.isEmpty() || branches.isEmpty()) {
            return Interest.CERTAIN;
        }
        if (options.inverse() || branches.stream().anyMatch(BranchSpec::hasVariables)) {
            return Interest.PERHAPS;
        }
        return concerned.stream()
                        .map(branch -> remote + "/" + branch)
                        .anyMatch(branch -> branches.stream().anyMatch(spec -> spec.matches(branch)))
                ? Interest.CERTAIN
                : Interest.NONE;
    }
}
