package hobson.parts.job;

import hobson.engine.Refusal;
import java.util.Map;
import java.util.Set;

/** Which kinds of items there are in the field, and which of them this server holds. */
final class ItemKinds {
    static final String FREESTYLE = "hudson.model.FreeStyleProject";

    private static final Map<String, String> ALIASES = Map.of(
            "project", FREESTYLE,
            "flow-definition", "org.jenkinsci.plugins.workflow.job.WorkflowJob",
            "matrix-project", "hudson.matrix.MatrixProject",
            "maven2-moduleset", "hudson.maven.MavenModuleSet");

    private static final Set<String> ELSEWHERE = Set.of(
            "org.jenkinsci.plugins.workflow.job.WorkflowJob",
            "hudson.matrix.MatrixProject",
            "hudson.maven.MavenModuleSet",
            "hudson.model.ExternalJob",
            "com.cloudbees.hudson.plugins.folder.Folder",
            "org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject",
            "jenkins.branch.OrganizationFolder");

    private ItemKinds() {}

    /** The kind of an item whose document has that root. */
    static String ofRoot(String root) {
        var kind = ALIASES.getOrDefault(root, root);
        if (kind.equals(FREESTYLE)) {
            return kind;
        }
        if (ELSEWHERE.contains(kind)) {
            throw cannotHold(kind);
        }
        throw Refusal.badInput("The document's root <" + root + "> is not a kind of job.");
    }

    /** Refuses every kind that cannot be made. */
    static void requireKnown(String kind) {
        if (ELSEWHERE.contains(kind)) {
            throw cannotHold(kind);
        }
        if (!kind.equals(FREESTYLE)) {
            throw Refusal.badInput("No item type ‘" + kind + "’ is known");
        }
    }

    private static Refusal cannotHold(String kind) {
        return new Refusal(Refusal.Kind.BAD_INPUT, "This server cannot hold items of the type " + kind + " yet.");
    }
}
