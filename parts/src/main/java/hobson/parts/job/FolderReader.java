package hobson.parts.job;

import hobson.engine.item.ChildHealth;
import hobson.engine.item.FolderDefinition;
import hobson.parts.Role;
import hobson.parts.document.Document;
import hobson.parts.document.Element;
import hobson.parts.job.ItemKinds.ItemKind;
import hobson.parts.job.ItemKinds.Shape;
import hobson.parts.view.ViewReader;
import java.util.ArrayList;
import java.util.Optional;

/** Reads the root element of a folder ({@code config-xml.md §6–7}). For one document. */
final class FolderReader {
    private static final String WORST_CHILD = "com.cloudbees.hudson.plugins.folder.health.WorstChildHealthMetric";

    private final Document document;
    private final Element root;
    private final PartsReader parts;

    FolderReader(Document document, PartsReader parts) {
        this.document = document;
        this.root = document.root();
        this.parts = parts;
    }

    FolderDefinition read(ItemKind kind, boolean holdsSecrets) {
        var known = new ArrayList<Object>();
        root.child("properties").ifPresent(section -> known.addAll(parts.children(section, Role.PROPERTY)));
        ViewReader.inFolder(document).ifPresent(known::add);
        health().ifPresent(known::add);
        boolean computed = kind.shape() == Shape.FOUND_ITEMS;
        return new FolderDefinition(
                kind.className(),
                root.text("description").orElse(null),
                root.text("displayName").filter(text -> !text.isBlank()).orElse(null),
                computed && root.flag("disabled", false),
                computed,
                known,
                parts.unknown(),
                holdsSecrets);
    }

    /** None for a document that has no such metric; one without the section has the usual one. */
    private Optional<ChildHealth> health() {
        var metrics = root.child("healthMetrics");
        return metrics.isEmpty()
                ? Optional.of(new ChildHealth(true))
                : metrics.get().child(WORST_CHILD).map(metric -> new ChildHealth(!metric.flag("nonRecursive", false)));
    }
}
