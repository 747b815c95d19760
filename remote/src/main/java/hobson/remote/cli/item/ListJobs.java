package hobson.remote.cli.item;

import hobson.engine.item.Folder;
import hobson.engine.item.Item;
import hobson.engine.item.ItemRegistry;
import hobson.engine.user.Caller;
import hobson.engine.view.View;
import hobson.engine.view.ViewOwner;
import hobson.engine.view.ViewPath;
import hobson.engine.view.Views;
import hobson.remote.cli.Command;
import hobson.remote.cli.CommandFailure;
import hobson.remote.cli.NamedItems;
import hobson.remote.cli.Terminal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kohsuke.args4j.Argument;

/** {@code list-jobs [VIEW-or-FOLDER]}: short names, in the order of the container. */
final class ListJobs implements Command {
    private final ItemRegistry registry;
    private final NamedItems named;
    private final Views views;

    @Argument(metaVar = "NAME", usage = "Name of the view or folder")
    private @Nullable String name;

    ListJobs(ItemRegistry registry, NamedItems named, Views views) {
        this.registry = registry;
        this.named = named;
        this.views = views;
    }

    @Override
    public int run(Terminal terminal) {
        var caller = terminal.caller();
        var items = name == null ? registry.list(caller) : of(caller, name);
        items.forEach(item -> terminal.out().println(item.name()));
        return SUCCESS;
    }

    private Collection<Item> of(Caller caller, String name) {
        var path = new ViewPath(new ViewOwner.Top(), List.of(name));
        var view = views.find(path).filter(found -> views.isVisible(caller, path.owner(), found));
        if (view.isPresent()) {
            var items = new LinkedHashSet<Item>();
            collect(caller, path, view.get(), items);
            return items;
        }
        if (named.find(caller, name).orElse(null) instanceof Folder folder) {
            return registry.list(caller, folder);
        }
        throw CommandFailure.argument("No view or item group with the given name '" + name + "' found.");
    }

    private void collect(Caller caller, ViewPath path, View view, Collection<Item> items) {
        items.addAll(views.items(caller, path.owner(), view));
        for (var inner : views.inside(path).views()) {
            collect(caller, path.child(inner.name()), inner, items);
        }
    }
}
