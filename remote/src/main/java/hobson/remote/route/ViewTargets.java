package hobson.remote.route;

import hobson.engine.Refusal;
import hobson.engine.item.Folder;
import hobson.engine.item.Item;
import hobson.engine.user.Caller;
import hobson.engine.user.Denied;
import hobson.engine.view.View;
import hobson.engine.view.ViewOwner;
import hobson.engine.view.ViewPath;
import hobson.engine.view.Views;
import hobson.http.Request;
import hobson.http.route.Match;
import hobson.remote.api.ShownView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the views that a request's path means, as its caller may see them. */
public record ViewTargets(Views views, Targets targets) {

    /** The way to a view that the request's path ends with; to the primary one of the folder or of the server when it names none. */
    public ViewPath path(Request request) {
        if (!targets.isFolderOrTop(request)) {
            throw Refusal.notFound("a job has no views");
        }
        return way(request).getLast();
    }

    /**
     * The view at the end of {@link #path}.
     *
     * @throws hobson.engine.Refusal {@code NOT_FOUND}
     */
    public ShownView view(Request request) {
        var path = path(request);
        return shown(path, views.visible(targets.caller(request), path));
    }

    /**
     * Looks at the views that the path goes through on its way to an item: it leads on whether they show the item or not.
     *
     * @throws hobson.engine.Refusal {@code NOT_FOUND} when the caller may not know of one
     */
    public void requireWay(Request request) {
        if (Match.of(request).find("view").isPresent()) {
            for (var path : way(request)) {
                if (!path.names().isEmpty()) {
                    var _ = views.visible(targets.caller(request), path);
                }
            }
        }
    }

    /** The views inside that one, or of its owner when the path has no names, that the caller may know of, by name. */
    public List<ShownView> inside(Caller caller, ViewPath path) {
        return views.inside(path).views().stream()
                .filter(view -> views.isVisible(caller, path.owner(), view))
                .map(view -> shown(path.child(view.name()), view))
                .sorted(java.util.Comparator.comparing(view -> view.view().name()))
                .toList();
    }

    /** The view that the owner shows first. */
    public Optional<ShownView> primary(ViewOwner owner) {
        return views.of(owner)
                .primary()
                .map(view -> new ShownView(new ViewPath(owner, List.of(view.name())), view, true));
    }

    public List<Item> items(Caller caller, ShownView view) {
        return views.items(caller, view.owner(), view.view());
    }

    private ShownView shown(ViewPath path, View view) {
        boolean primary = path.names().size() < 2
                && views.of(path.owner())
                        .primary()
                        .filter(first -> first.name().equals(view.name()))
                        .isPresent();
        return new ShownView(path.names().isEmpty() ? path.child(view.name()) : path, view, primary);
    }

    /** Each view that the path names, the last one at its end. */
    private List<ViewPath> way(Request request) {
        var way = new ArrayList<ViewPath>();
        var jobs = new ArrayList<String>();
        ViewOwner owner = new ViewOwner.Top();
        var names = new ArrayList<String>();
        var tokens = Match.of(request).place();
        for (int i = 0; i < tokens.size(); i++) {
            switch (tokens.get(i)) {
                case "view" -> names.add(tokens.get(++i));
                case "job", "item" -> {
                    jobs.add(tokens.get(++i));
                    way.add(new ViewPath(owner, names));
                    owner = owner(request, jobs);
                    names.clear();
                }
                case "user" -> owner = new ViewOwner.Person(tokens.get(++i));
                case "me" -> owner = new ViewOwner.Person(self(targets.caller(request)));
                default -> {}
            }
        }
        way.add(new ViewPath(owner, names));
        return way;
    }

    private static String self(Caller caller) {
        if (caller.anonymous()) {
            throw new Denied(caller, null);
        }
        return caller.name();
    }

    private ViewOwner owner(Request request, List<String> jobs) {
        request.beforeBlocking(); // a folder's views may have to be read
        return targets.jobs().visibleItem(targets.caller(request), Targets.path(jobs)) instanceof Folder folder
                ? new ViewOwner.Inside(folder)
                : new ViewOwner.Top();
    }
}
