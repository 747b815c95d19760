package hobson.remote.item;

import hobson.engine.item.Items;
import hobson.engine.item.Jobs;
import hobson.engine.item.Relocation;
import hobson.engine.view.ViewEdits;
import hobson.http.Response;
import hobson.http.route.Place;
import hobson.remote.RouteGroup;
import hobson.remote.page.Pages;
import hobson.remote.route.Places;
import hobson.remote.route.Targets;
import hobson.remote.route.ViewTargets;

/** The routes of this package ({@code endpoints.md §1–2}). */
public final class ItemRoutes implements RouteGroup {
    private final Jobs jobs;
    private final Items items;
    private final Relocation relocation;
    private final ViewTargets views;
    private final ViewEdits edits;
    private final Targets targets;
    private final Pages pages;

    public ItemRoutes(
            Jobs jobs,
            Items items,
            Relocation relocation,
            ViewTargets views,
            ViewEdits edits,
            Targets targets,
            Pages pages) {
        this.jobs = jobs;
        this.items = items;
        this.relocation = relocation;
        this.views = views;
        this.edits = edits;
        this.targets = targets;
        this.pages = pages;
    }

    @Override
    public void addTo(Places places) {
        var create = new CreateItem(items, views, edits, targets);
        places.root.post("createItem", create);
        places.view.post("createItem", create);
        places.job.post("createItem", create);
        var config = new ConfigXml(jobs, targets);
        places.job.get("config.xml", config::read).post("config.xml", config::write);
        places.job.otherwise("config.xml", _ -> Response.of(400));
        var actions = new JobActions(jobs, items, relocation, edits, targets);
        places.job
                .post("enable", request -> actions.setDisabled(request, false))
                .post("disable", request -> actions.setDisabled(request, true))
                .post("submitDescription", actions::submitDescription)
                .get("description", actions::description)
                .post("description", actions::describe)
                .post("confirmRename", actions::rename)
                .post("doRename", actions::rename)
                .post("doDelete", actions::delete)
                .post("configSubmit", actions::configSubmit)
                .post("reload", actions::reload)
                .delete(actions::deleteByMethod);
        var moving = new Place("move of an item");
        moving.post("move", actions::move).index(new MovePage(relocation, targets, pages));
        places.job.child("move", moving);
    }
}
