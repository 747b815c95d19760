package hobson.parts.git;

import hobson.parts.Part;
import hobson.parts.Reading;
import hobson.parts.Role;
import hobson.parts.Schemas;
import hobson.parts.Showing;
import hobson.parts.document.Element;
import java.util.List;

/** {@code hudson.plugins.git.GitSCM}. */
public final class GitPart implements Part {
    private static final String REMOTE = "hudson.plugins.git.UserRemoteConfig";
    private static final String BRANCH = "hudson.plugins.git.BranchSpec";

    @Override
    public List<Reading<?>> reads() {
        return List.of(Reading.of(Role.SCM, GitScm.TYPE, (e, _) -> scm(e)));
    }

    private static GitScm scm(Element e) {
        return new GitScm(
                children(e, "userRemoteConfigs", REMOTE).stream()
                        .map(GitPart::remote)
                        .toList(),
                children(e, "branches", BRANCH).stream()
                        .map(branch -> branch.text("name").orElse("").strip())
                        .filter(name -> !name.isEmpty())
                        .map(BranchSpec::new)
                        .toList(),
                new OptionsReader(e).read());
    }

    private static List<Element> children(Element e, String field, String className) {
        return e.child(field).map(Element::children).orElse(List.of()).stream()
                .filter(child -> child.name().equals(className))
                .toList();
    }

    private static GitScm.Remote remote(Element e) {
        return new GitScm.Remote(
                e.text("credentialsId").orElse(null),
                e.text("name").orElse(null),
                e.text("refspec").orElse(null),
                e.text("url").orElse("").strip());
    }

    @Override
    public List<Showing<?>> shows(Schemas all) {
        return GitSchemas.all();
    }
}
