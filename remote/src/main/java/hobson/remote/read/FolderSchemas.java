package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.view.ViewOwner;
import hobson.engine.view.ViewPath;
import hobson.export.Kind;
import hobson.export.Schema;
import hobson.export.Show;
import hobson.remote.api.ShownView;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Folders (objects.md §3.5). */
final class FolderSchemas {
    private final Schema<ShownFolder, Reader> any;
    private final Schema<ShownFolder, Reader> computed;
    private final Map<String, Schema<ShownFolder, Reader>> byClass = new ConcurrentHashMap<>();

    FolderSchemas(ReadServices services, Schemas schemas) {
        this.any = Schema.<ShownFolder, Reader>named("com.cloudbees.hudson.plugins.folder.AbstractFolder")
                .extend(item(services, schemas))
                .list(
                        "healthReport",
                        Kind.exactly(schemas.health()),
                        (folder, reader) -> FolderHealth.of(folder, reader))
                .list(
                        "jobs",
                        schemas.itemKind("hudson.model.TopLevelItem"),
                        (folder, reader) ->
                                new ShownTopLevels(services, services.jobs().list(reader.caller(), folder.folder)))
                .object("primaryView", schemas.viewKind(), (folder, reader) -> primary(services, folder, reader))
                .list("views", schemas.viewKind(), (folder, reader) -> views(services, folder, reader))
                .build();
        this.computed = Schema.<ShownFolder, Reader>named("com.cloudbees.hudson.plugins.folder.computed.ComputedFolder")
                .extend(any)
                .bool("buildable", (_, _) -> false)
                .build();
    }

    /** Of every kind that there is. */
    List<Schema<ShownFolder, Reader>> all() {
        return ItemClasses.FOLDERS.stream()
                .map(name -> byClass.computeIfAbsent(name, this::named))
                .toList();
    }

    Schema<ShownFolder, Reader> of(ShownFolder folder) {
        return byClass.computeIfAbsent(folder.folder.kind(), this::named);
    }

    private Schema<ShownFolder, Reader> named(String className) {
        var schema = Schema.<ShownFolder, Reader>named(className);
        return switch (className) {
            case ItemClasses.MULTIBRANCH ->
                schema.extend(computed)
                        .list(
                                "sources",
                                Kind.<Object, Reader>declared("jenkins.branch.BranchSource", _ -> null),
                                (_, _) -> List.of())
                        .build();
            case ItemClasses.ORGANIZATION -> schema.extend(computed).build();
            default -> schema.extend(any).build();
        };
    }

    private static Schema<ShownFolder, Reader> item(ReadServices services, Schemas schemas) {
        var actionable = Schema.<ShownFolder, Reader>named("hudson.model.Actionable")
                .list(
                        "actions",
                        schemas.actions().kind(),
                        (_, _) -> List.<Object>of(new Actions.Hidden(), new Actions.Hidden()))
                .build();
        return Schema.<ShownFolder, Reader>named("hudson.model.AbstractItem")
                .extend(actionable)
                .text(
                        "description",
                        (folder, reader) -> folder.definition(reader).description())
                .text("displayName", (folder, _) -> folder.folder.label())
                .text("displayNameOrNull", (folder, _) -> folder.folder.displayName())
                .text("fullDisplayName", (folder, _) -> FullNames.of(services.jobs(), folder.folder))
                .text("fullName", (folder, _) -> folder.folder.path().fullName())
                .text("name", Show.ALWAYS, (folder, _) -> folder.folder.name())
                .text("url", Show.ALWAYS, ShownFolder::url)
                .build();
    }

    /** What views there are says the folder's document. */
    private static ViewOwner owner(ShownFolder folder, Reader reader) {
        var _ = folder.definition(reader);
        return new ViewOwner.Inside(folder.folder);
    }

    private static @Nullable ShownView primary(ReadServices services, ShownFolder folder, Reader reader) {
        return services.views().primary(owner(folder, reader)).orElse(null);
    }

    private static List<ShownView> views(ReadServices services, ShownFolder folder, Reader reader) {
        return services.views().inside(reader.caller(), new ViewPath(owner(folder, reader), List.of()));
    }
}
