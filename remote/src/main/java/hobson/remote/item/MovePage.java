package hobson.remote.item;

import hobson.engine.item.Relocation;
import hobson.http.Handler;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.page.Html;
import hobson.remote.page.Pages;
import hobson.remote.route.Targets;
import java.util.List;

/** Asks where an item is to be moved. */
final class MovePage implements Handler {
    private final Relocation relocation;
    private final Targets targets;
    private final Pages pages;

    MovePage(Relocation relocation, Targets targets, Pages pages) {
        this.relocation = relocation;
        this.targets = targets;
        this.pages = pages;
    }

    @Override
    public Response handle(Request request) {
        var item = targets.item(request);
        var destinations = relocation.destinations(targets.caller(request), item);
        return pages.page(200, "Move " + item.label(), html -> {
            if (destinations.isEmpty()) {
                html.element("p", "There is no other folder that you could move this to.");
            } else {
                pages.form(html, request, "move", form -> choices(form, destinations));
            }
        });
    }

    private static void choices(Html form, List<String> destinations) {
        form.element("label", "To the folder", "for", "destination");
        form.open("select", "id", "destination", "name", "destination");
        destinations.forEach(
                folder -> form.element("option", folder.equals("/") ? "/ (the top)" : folder, "value", folder));
        form.close();
        form.element("button", "Move", "type", "submit");
    }
}
