package hobson.remote.item;

import hobson.engine.Refusal;
import hobson.engine.item.Item;
import hobson.engine.item.Items;
import hobson.engine.item.PathSegments;
import hobson.engine.view.ViewEdits;
import hobson.http.Handler;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Match;
import hobson.remote.api.Readers;
import hobson.remote.form.SubmittedForm;
import hobson.remote.route.Targets;
import hobson.remote.route.ViewTargets;

/** {@code POST createItem}: an item from a document, from another item, or of a kind ({@code endpoints.md §1}). */
final class CreateItem implements Handler {
    private final Items items;
    private final ViewTargets views;
    private final ViewEdits edits;
    private final Targets targets;

    CreateItem(Items items, ViewTargets views, ViewEdits edits, Targets targets) {
        this.items = items;
        this.views = views;
        this.edits = edits;
        this.targets = targets;
    }

    @Override
    public Response handle(Request request) {
        var caller = targets.caller(request);
        var folder = targets.folder(request);
        items.requireCreate(caller, folder);
        var type = request.mediaType();
        boolean document = Documents.isXml(type);
        var parameters = document ? request.query() : request.parameters();
        var mode = parameters.first("mode").orElse("");
        boolean copy = mode.equals("copy");
        if (type.isEmpty() && !copy) {
            throw Refusal.badInput("No Content-Type header set");
        }
        var name = parameters.first("name").orElseThrow(() -> Refusal.badInput("Query parameter 'name' is required"));
        items.requireFree(caller, folder, name);
        if (copy) {
            return configure(request, listed(request, items.copy(caller, folder, name, parameters.first("from", ""))));
        }
        if (document) {
            listed(request, items.create(caller, folder, name, Documents.posted(request)));
            return Response.of(200);
        }
        if (mode.isEmpty()) {
            throw Refusal.badInput("No mode given");
        }
        return configure(request, listed(request, items.create(caller, folder, name, mode)));
    }

    /** A view that lists items by name lists what was created through it, unless the form says no ({@code endpoints.md §1}). */
    private Item listed(Request request, Item item) {
        boolean form = !Documents.isXml(request.mediaType())
                && request.parameter("json").filter(json -> !json.isEmpty()).isPresent();
        boolean wanted = !form
                || SubmittedForm.of(request).object().path("addToCurrentView").asBoolean(true);
        if (wanted && Match.of(request).find("view").isPresent()) {
            edits.adopt(targets.caller(request), views.path(request), item);
        }
        return item;
    }

    /** Where a person goes on: the item's form, reached the way the request came. */
    private static Response configure(Request request, Item item) {
        var place = Readers.path(Match.of(request).place());
        return Response.redirect(request.link(place + "job/" + PathSegments.encode(item.name()) + "/configure"));
    }
}
