package hobson.parts.job;

import hobson.engine.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which kinds of items there are ({@code objects.md §3.4}). */
public final class ItemKinds {
    public static final String FREESTYLE = "hudson.model.FreeStyleProject";
    static final String PIPELINE = "org.jenkinsci.plugins.workflow.job.WorkflowJob";
    static final String MATRIX = "hudson.matrix.MatrixProject";
    static final String MAVEN = "hudson.maven.MavenModuleSet";
    static final String EXTERNAL = "hudson.model.ExternalJob";
    public static final String FOLDER = "com.cloudbees.hudson.plugins.folder.Folder";
    static final String MULTIBRANCH = "org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject";
    static final String ORGANIZATION = "jenkins.branch.OrganizationFolder";

    /** What the items of a kind are made of. */
    enum Shape {
        /** Steps that this server performs. */
        STEPS,
        /** Something else that is built, which this server cannot. */
        OTHER_BUILDS,
        /** Builds that are run elsewhere and reported. */
        REPORTED_BUILDS,
        /** Items that callers put there. */
        ITEMS,
        /** Items that a scan finds. */
        FOUND_ITEMS;

        boolean isFolder() {
            return this == ITEMS || this == FOUND_ITEMS;
        }
    }

    /** @param root the name of the document's root element; documents may also use the class's name */
    record ItemKind(String className, String root, Shape shape) {}

    private static final Map<String, ItemKind> BY_NAME = byName(List.of(
            new ItemKind(FREESTYLE, "project", Shape.STEPS),
            new ItemKind(PIPELINE, "flow-definition", Shape.OTHER_BUILDS),
            new ItemKind(MATRIX, "matrix-project", Shape.OTHER_BUILDS),
            new ItemKind(MAVEN, "maven2-moduleset", Shape.OTHER_BUILDS),
            new ItemKind(EXTERNAL, EXTERNAL, Shape.REPORTED_BUILDS),
            new ItemKind(FOLDER, FOLDER, Shape.ITEMS),
            new ItemKind(MULTIBRANCH, MULTIBRANCH, Shape.FOUND_ITEMS),
            new ItemKind(ORGANIZATION, ORGANIZATION, Shape.FOUND_ITEMS)));

    private ItemKinds() {}

    private static Map<String, ItemKind> byName(List<ItemKind> kinds) {
        var byName = new LinkedHashMap<String, ItemKind>();
        for (var kind : kinds) {
            byName.put(kind.className(), kind);
            byName.put(kind.root(), kind);
        }
        return byName;
    }

    /** The kind of an item whose document has that root. */
    static ItemKind ofRoot(String root) {
        var kind = BY_NAME.get(root);
        if (kind == null) {
            throw Refusal.badInput("The document's root <" + root + "> is not a kind of job.");
        }
        return kind;
    }

    /** The kind of that class; refuses one that does not exist. */
    static ItemKind ofClass(String className) {
        var kind = BY_NAME.get(className);
        if (kind == null || !kind.className().equals(className)) {
            throw Refusal.badInput("No item type ‘" + className + "’ is known");
        }
        return kind;
    }
}
