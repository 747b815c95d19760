package hobson.parts.job;

import hobson.engine.item.ItemDefinition;
import hobson.engine.item.ItemFormat;
import hobson.engine.item.ItemPath;
import hobson.engine.user.Permission;
import hobson.parts.document.Document;
import hobson.parts.document.Documents;
import hobson.parts.document.Edit;
import hobson.parts.document.Element;
import hobson.parts.security.MatrixPart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The format of the documents of jobs and folders: {@code config.xml}. Every edit leaves all bytes alone but those of the element concerned; an edit
 * that changes nothing gives back the very array it was given.
 */
public final class JobDocuments implements ItemFormat {
    private static final String MASK = "********";

    private static final List<String> ORDER = List.of(
            "actions",
            "description",
            "displayName",
            "logRotator",
            "keepDependencies",
            "properties",
            "scm",
            "scmCheckoutStrategy",
            "quietPeriod",
            "scmCheckoutRetryCount",
            "assignedNode",
            "canRoam",
            "disabled");

    private final Documents documents;
    private final Readings readings;

    public JobDocuments(Documents documents, Readings readings) {
        this.documents = documents;
        this.readings = readings;
    }

    @Override
    public ItemDefinition read(byte[] document) {
        var read = documents.read(document);
        var root = read.root();
        var kind = ItemKinds.ofRoot(root.name());
        var parts = new PartsReader(readings);
        return kind.shape().isFolder()
                ? new FolderReader(read, parts).read(kind, holdsSecrets(root))
                : new JobReader(root, parts).read(kind, holdsSecrets(root));
    }

    @Override
    public byte[] blank(String kind) {
        return BlankDocuments.of(ItemKinds.ofClass(kind)).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] withDescription(byte[] document, String description) {
        return documents
                .read(document)
                .edit()
                .field("description", description, ORDER)
                .bytes();
    }

    @Override
    public byte[] withDisabled(byte[] document, boolean disabled) {
        var read = documents.read(document);
        return read.root().flag("disabled", false) == disabled
                ? document
                : read.edit()
                        .field("disabled", Boolean.toString(disabled), ORDER)
                        .bytes();
    }

    @Override
    public byte[] withDisplayName(byte[] document, @Nullable String displayName) {
        var edit = documents.read(document).edit();
        return displayName == null || displayName.isBlank()
                ? edit.without("displayName").bytes()
                : edit.field("displayName", displayName, ORDER).bytes();
    }

    @Override
    public byte[] withGrant(byte[] document, String user, Set<Permission> granted) {
        var read = documents.read(document);
        boolean folder = ItemKinds.ofRoot(read.root().name()).shape().isFolder();
        var edit = read.edit();
        var property = MatrixPart.property(folder);
        var permissions = MatrixPart.permissions(user, granted, edit.escape());
        var properties = read.root().child("properties");
        var present = properties.flatMap(section -> section.child(property));
        var added = "<" + property + ">" + permissions + "</" + property + ">";
        return present.map(element -> edit.append(element, permissions))
                .or(() -> properties.map(section -> edit.append(section, added)))
                .orElseGet(() -> edit.element("properties", "<properties>" + added + "</properties>", ORDER))
                .bytes();
    }

    @Override
    public byte[] masked(byte[] document) {
        var read = documents.read(document);
        var edit = read.edit();
        mask(read.root(), edit);
        return edit.bytes();
    }

    private void mask(Element element, Edit edit) {
        var secrets = readings.secrets(element);
        for (var child : element.children()) {
            if (isSecret(child, secrets.contains(child.name()))) {
                edit.text(child, MASK);
            } else {
                mask(child, edit);
            }
        }
    }

    @Override
    public byte[] withSecrets(byte[] document, UnaryOperator<String> change) {
        var read = documents.read(document);
        var edit = read.edit();
        change(read.root(), edit, change);
        return edit.bytes();
    }

    private void change(Element element, Edit edit, UnaryOperator<String> change) {
        var secrets = readings.secrets(element);
        for (var child : element.children()) {
            if (child.children().isEmpty() && !child.text().isEmpty() && secrets.contains(child.name())) {
                edit.text(child, change.apply(child.text()));
            } else {
                change(child, edit, change);
            }
        }
    }

    private boolean holdsSecrets(Element element) {
        var secrets = readings.secrets(element);
        for (var child : element.children()) {
            if (isSecret(child, secrets.contains(child.name())) || holdsSecrets(child)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSecret(Element element, boolean declared) {
        return declared ? !element.text().isEmpty() || !element.children().isEmpty() : StoredSecret.is(element.text());
    }

    @Override
    public byte[] withRenamedReference(byte[] document, ItemPath owner, ItemPath from, ItemPath to) {
        Document read = documents.read(document);
        var edit = read.edit();
        rename(read.root(), new References(owner, from, to), edit);
        return edit.bytes();
    }

    private void rename(Element element, References names, Edit edit) {
        var references = readings.references(element);
        for (var child : element.children()) {
            if (references.contains(child.name())) {
                edit.text(child, names.renamed(child.text()));
            } else {
                rename(child, names, edit);
            }
        }
    }
}
