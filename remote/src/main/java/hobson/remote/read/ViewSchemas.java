package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.item.Item;
import hobson.engine.user.Caller;
import hobson.engine.user.Permission;
import hobson.export.Kind;
import hobson.export.Schema;
import hobson.export.Show;
import hobson.remote.api.View;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Views (objects.md §12). */
final class ViewSchemas {
    private static final Show IDENTITY = Show.at(2);

    private final ReadServices services;
    private final Schema<View, Reader> any;
    private final Map<String, Schema<View, Reader>> byClass = new ConcurrentHashMap<>();

    ViewSchemas(ReadServices services, Schemas schemas) {
        this.services = services;
        this.any = Schema.<View, Reader>named("hudson.model.View")
                .text("description", (view, _) -> view.description())
                .list("jobs", schemas.itemKind("hudson.model.TopLevelItem"), this::jobs)
                .text("name", IDENTITY, (view, _) -> view.name())
                .list(
                        "property",
                        Show.DEFAULT.inline(),
                        Kind.<Object, Reader>declared("hudson.model.ViewProperty", _ -> null),
                        (_, _) -> List.of())
                .text("url", IDENTITY, (view, reader) -> reader.rootUrl() + view.address())
                .build();
    }

    Schema<View, Reader> of(View view) {
        return byClass.computeIfAbsent(
                view.className(),
                name -> Schema.<View, Reader>named(name).extend(any).build());
    }

    List<ShownTopLevel> jobs(View view, Reader reader) {
        return new ShownTopLevels(services, jobs(services, view, reader));
    }

    /** Whether the caller may know of the view: by a permission, or by a job that it shows (security.md §8.1). */
    static boolean isVisible(ReadServices services, View view, Caller caller) {
        var authorization = services.authorization();
        return authorization.allows(caller, Permission.VIEW_READ)
                || authorization.allows(caller, Permission.VIEW_CONFIGURE)
                || services.jobs().list(caller).stream().anyMatch(view.shows());
    }

    /** The jobs of the view that the reader may read, by name. */
    static List<Item> jobs(ReadServices services, View view, Reader reader) {
        var jobs = services.jobs().list(reader.caller());
        return view.equals(View.ALL) ? jobs : jobs.stream().filter(view.shows()).toList();
    }
}
