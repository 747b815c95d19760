package hobson.server.jenkins;

import hobson.engine.Refusal;
import hobson.engine.credential.CredentialOwner;
import hobson.engine.item.Folder;
import hobson.engine.item.FolderDefinition;
import hobson.engine.item.Item;
import hobson.engine.item.ItemDefinition;
import hobson.engine.item.ItemPath;
import hobson.engine.item.Job;
import hobson.engine.item.JobDefinition;
import hobson.engine.item.JobDefinition.UnknownPart;
import hobson.engine.secret.WrittenSecrets;
import hobson.engine.user.Caller;
import hobson.engine.user.Denied;
import hobson.engine.view.ViewPath;
import hobson.parts.document.Document;
import hobson.parts.document.Documents;
import hobson.parts.document.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the home of a Jenkins. What is there already stays as it is, so an import that was interrupted is begun again, and one that
 * was not changes nothing the second time. What is not understood is left out and reported; it stops nothing. For one thread, once.
 */
public final class JenkinsImport {
    private static final String FOLDER_CREDENTIALS =
            "com.cloudbees.hudson.plugins.folder.properties.FolderCredentialsProvider$FolderCredentialsProperty";

    private final ImportTarget target;
    private final JenkinsHome home;
    private final ImportReport report;
    private final Documents documents = new Documents(Limits.DEFAULT);
    private final Consumer<String> progress;
    private final JenkinsSecrets secrets;
    private final CredentialImport credentials;
    private final ViewImport views;

    /** @param progress told now and then how far it is */
    public JenkinsImport(ImportTarget target, JenkinsHome home, ImportReport report, Consumer<String> progress)
            throws IOException {
        this.target = target;
        this.home = home;
        this.report = report;
        this.progress = progress;
        this.secrets = JenkinsSecrets.of(home);
        this.credentials = new CredentialImport(target.credentials(), secrets, report);
        this.views = new ViewImport(target.views(), target.viewEdits(), report);
    }

    public void run() throws IOException {
        for (var name : new String[] {"users", "nodes", "fingerprints", "secrets"}) {
            home.noteLink(home.path(name), report);
        }
        attempt(home.path("users"), () -> new UserImport(target, home, documents, credentials, views, report).run());
        attempt(home.path("nodes"), this::nodes);
        attempt(home.path("jobs"), () -> items(home.path("jobs"), null));
        new FingerprintImport(target, home, documents, report).run();
        document(home.path("config.xml"))
                .ifPresent(root -> views.all(root, root.root().child("views"), ViewPath.TOP, "config.xml"));
        document(home.path("credentials.xml"))
                .ifPresent(
                        root -> credentials.all(Caller.SYSTEM, CredentialOwner.SYSTEM, root.root(), "credentials.xml"));
    }

    /** The settings of the server as its configuration file writes them; empty when the home has none. */
    public Optional<String> settings() throws IOException {
        var location = document(home.path("jenkins.model.JenkinsLocationConfiguration.xml"));
        return document(home.path("config.xml"))
                .map(root -> new SettingsText(report)
                        .of(root.root(), location.map(Document::root).orElse(null)));
    }

    private void nodes() throws IOException {
        for (var folder : JenkinsHome.folders(home.path("nodes"))) {
            var name = String.valueOf(folder.getFileName());
            var file = folder.resolve("config.xml");
            if (target.computers().find(name).isPresent()) {
                report.present("nodes");
                continue;
            }
            attempt(file, () -> {
                var document = JenkinsHome.bytes(file);
                if (document.isPresent()) {
                    target.nodes().create(Caller.SYSTEM, name, document.get());
                    report.taken("nodes");
                }
            });
        }
    }

    private void items(Path folder, @Nullable Folder parent) throws IOException {
        home.noteLink(folder, report);
        for (var each : JenkinsHome.folders(folder)) {
            var file = each.resolve("config.xml");
            attempt(file, () -> item(each, parent));
        }
    }

    private void item(Path folder, @Nullable Folder parent) throws IOException {
        var document = JenkinsHome.bytes(folder.resolve("config.xml"));
        if (document.isEmpty()) {
            report.note(home.name(folder), "is no item: it has no config.xml");
            return;
        }
        var name = name(folder);
        var path = ItemPath.in(parent == null ? null : parent.path(), name);
        var known = target.registry().item(path);
        var item = known.isPresent() ? known.get() : created(folder, parent, name, document.get());
        switch (item) {
            case Folder inner -> {
                if (known.isPresent()) {
                    report.present("folders");
                } else {
                    report.taken("folders");
                }
                folder(folder, inner, document.get());
            }
            case Job job -> {
                if (known.isPresent()) {
                    report.present("jobs");
                } else {
                    report.taken("jobs");
                }
                progress.accept(job.path().fullName());
                new BuildImport(target, home, documents, secrets, report, progress).all(job, folder);
                for (var parts : new String[] {"configurations", "modules"}) {
                    if (JenkinsHome.isFolder(folder.resolve(parts))) {
                        report.note(
                                home.name(folder.resolve(parts)), "has builds of parts of a job: they are left out");
                    }
                }
            }
        }
    }

    /** What a scan has found is in folders with coded names; the real one is beside its document. */
    private static String name(Path folder) throws IOException {
        var real = JenkinsHome.bytes(folder.resolve("name-utf8.txt"))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip())
                .filter(text -> !text.isEmpty());
        return real.orElse(String.valueOf(folder.getFileName()));
    }

    private Item created(Path folder, @Nullable Folder parent, String name, byte[] document) {
        var where = home.name(folder.resolve("config.xml"));
        var written = new WrittenSecrets(target.vault());
        var readable = target.documents().withSecrets(document, secret -> {
            if (secrets.isClosed(secret)) {
                report.note(where, "has a secret that the keys of this home do not open");
            }
            return written.write(secrets.text(secret));
        });
        var item = target.items().create(Caller.SYSTEM, parent, name, readable);
        for (var part : unknown(target.documents().read(readable))) {
            report.note(where, "has a part that is kept, but does nothing here: " + part.element());
        }
        return item;
    }

    private static List<UnknownPart> unknown(ItemDefinition definition) {
        return switch (definition) {
            case JobDefinition job -> job.unknown();
            case FolderDefinition folder -> folder.unknown();
        };
    }

    private void folder(Path folder, Folder item, byte[] document) throws IOException {
        var root = documents.read(document).root();
        root.child("properties")
                .flatMap(properties -> properties.child(FOLDER_CREDENTIALS))
                .ifPresent(property -> credentials.all(
                        Caller.SYSTEM,
                        CredentialOwner.folder(item.id()),
                        property,
                        home.name(folder.resolve("config.xml"))));
        for (var inner : new String[] {"jobs", "branches"}) {
            attempt(folder.resolve(inner), () -> items(folder.resolve(inner), item));
        }
    }

    private Optional<Document> document(Path file) throws IOException {
        try {
            return JenkinsHome.bytes(file).map(documents::read);
        } catch (Refusal | JenkinsHome.Unreadable e) {
            report.note(home.name(file), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** What can be refused. */
    private interface Step {
        void take() throws IOException;
    }

    private void attempt(Path file, Step step) throws IOException {
        try {
            step.take();
        } catch (Refusal | Denied | IllegalArgumentException | JenkinsHome.Unreadable e) {
            report.note(home.name(file), String.valueOf(e.getMessage()));
        }
    }
}
