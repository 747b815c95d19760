package hobson.remote.read;

import hobson.engine.Reader;
import hobson.export.Kind;
import hobson.export.Schema;
import hobson.export.Show;
import hobson.remote.api.ShownView;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Views (objects.md §12). */
final class ViewSchemas {
    private static final Show IDENTITY = Show.at(2);

    private static final List<String> CLASSES = List.of(
            "hudson.model.AllView",
            "hudson.model.ListView",
            "hudson.model.MyView",
            "hudson.model.ProxyView",
            "hudson.plugins.nested_view.NestedView");

    private final ReadServices services;
    private final Schemas schemas;
    private final Schema<ShownView, Reader> any;
    private final Map<String, Schema<ShownView, Reader>> byClass = new ConcurrentHashMap<>();

    ViewSchemas(ReadServices services, Schemas schemas) {
        this.services = services;
        this.schemas = schemas;
        this.any = Schema.<ShownView, Reader>named("hudson.model.View")
                .text("description", (view, _) -> view.view().description())
                .list("jobs", schemas.itemKind("hudson.model.TopLevelItem"), this::items)
                .text("name", IDENTITY, (view, _) -> view.view().name())
                .list(
                        "property",
                        Show.DEFAULT.inline(),
                        Kind.<Object, Reader>declared("hudson.model.ViewProperty", _ -> null),
                        (_, _) -> List.of())
                .text("url", IDENTITY, (view, reader) -> reader.rootUrl() + view.address())
                .build();
    }

    /** Of views of every kind. */
    List<Schema<ShownView, Reader>> all() {
        return CLASSES.stream()
                .map(name -> byClass.computeIfAbsent(name, this::named))
                .toList();
    }

    Schema<ShownView, Reader> of(ShownView view) {
        return byClass.computeIfAbsent(view.className(), this::named);
    }

    private Schema<ShownView, Reader> named(String className) {
        var schema = Schema.<ShownView, Reader>named(className).extend(any);
        return className.equals("hudson.plugins.nested_view.NestedView")
                ? schema.list(
                                "views",
                                schemas.viewKind(),
                                (view, reader) -> services.views().inside(reader.caller(), view.path()))
                        .build()
                : schema.build();
    }

    private List<ShownTopLevel> items(ShownView view, Reader reader) {
        return new ShownTopLevels(services, services.views().items(reader.caller(), view));
    }
}
