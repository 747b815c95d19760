package hobson.remote.read;

import hobson.engine.item.Folder;
import hobson.http.route.Place;
import hobson.remote.RouteGroup;
import hobson.remote.api.Api;
import hobson.remote.api.HelpTopic;
import hobson.remote.api.Shows;
import hobson.remote.page.Pages;
import hobson.remote.route.Places;
import hobson.remote.route.Targets;

/** Every object that can be read: its API, its page, and single facts about it. */
public final class ReadRoutes implements RouteGroup {
    private final Api api;
    private final Schemas schemas;
    private final Finders finders;
    private final ListPage list;
    private final JobPage job;
    private final BuildHistoryTable history;
    private final BuildPage build;
    private final NodePages nodes;
    private final LoadPages loadPages;
    private final People people;
    private final Targets targets;
    private final Texts texts;
    private final Assistance assistance;
    private final Stray stray;
    private final StaticFiles files;
    private final StatusImages images;

    public ReadRoutes(ReadServices services, Background background, Targets targets, Api api, Pages pages) {
        this.schemas = new Schemas(services, background);
        this.api = api;
        this.finders = new Finders(services, schemas, targets, background);
        this.list = new ListPage(services, finders, api.readers(), pages);
        this.job = new JobPage(services, finders, api.readers(), pages);
        this.history = new BuildHistoryTable(finders, api.readers());
        this.build = new BuildPage(services, finders, api.readers(), pages);
        this.nodes = new NodePages(services, schemas, background, api.readers(), pages);
        this.loadPages = new LoadPages(services, finders, background, api.readers(), pages);
        this.people = new People(services, schemas, finders, api, pages);
        this.targets = targets;
        this.texts = new Texts(targets);
        this.files = new StaticFiles(services.clock());
        this.images = new StatusImages(pages);
        this.assistance = new Assistance(services, finders, targets, api, pages);
        this.stray = new Stray(pages);
    }

    @Override
    public void addTo(Places places) {
        places.root.fallback(places.view);
        places.job.fallback(places.view);
        root(places.root);
        view(places.view);
        job(places.job);
        build(places.build);
        api.at(places.queue, Shows.these(schemas.queueSchema()), finders::queue);
        places.queue.index(nodes::queue);
        api.at(places.queueItem, new Shows(schemas.queue()::all), finders::queueItem);
        nodes(places);
        labels(places);
        api.at(places.fingerprint, Shows.these(schemas.fingerprint()), finders::fingerprint);
    }

    private void root(Place root) {
        api.at(
                root,
                Shows.these(schemas.root()),
                finders::root,
                new HelpTopic(
                        "Jobs",
                        "POST a config.xml to createItem?name=NAME; copy with createItem?name=NEW&mode=copy&from=JOB."),
                new HelpTopic("Queue and load", "queue/api/ and overallLoad/api/ have APIs of their own."));
        root.index(list);
        files.addTo(root);
        images.addTo(root);
        root.get("opensearch.xml", new OpenSearch(api.readers()));
        var search = new Place("search");
        search.any("suggest", assistance::suggest)
                .any("suggestOpenSearch", assistance::suggestOpenSearch)
                .index(assistance::search);
        root.child("search", search);
        load(root);
    }

    private void load(Place root) {
        var server = new Place("load of the server");
        var series = new Place("series of the load of the server");
        var unlabeled = new Place("load without label");
        api.at(server, loads(), finders::serverLoad);
        api.at(series, Shows.these(schemas.loads().ofSeries()), finders::serverSeries);
        api.at(unlabeled, loads(), finders::unlabeledLoad);
        server.child("{series}", LoadSchemas::isSeries, series);
        root.child("overallLoad", server).child("unlabeledLoad", unlabeled);
    }

    private Shows loads() {
        return new Shows(schemas.loads()::all);
    }

    private void view(Place view) {
        api.at(view, new Shows(schemas.views()::all), finders::view);
        view.index(list)
                .any("itemCategories", assistance::itemCategories)
                .get("checkJobName", assistance::checkJobName);
        people.addTo(view);
        view.exists(request -> {
            finders.view(request);
            return true;
        });
    }

    private void job(Place place) {
        api.at(
                place,
                new Shows(schemas::items),
                finders::item,
                new HelpTopic("Configuration", "GET config.xml, and POST it back changed."),
                new HelpTopic(
                        "Builds",
                        "POST to build, or to buildWithParameters with the parameters; Location names the queue item. "
                                + "All builds: tree=allBuilds[number]."),
                new HelpTopic("State", "POST to disable, enable or doDelete; GET or POST description."));
        place.index(request -> targets.item(request) instanceof Folder ? list.handle(request) : job.handle(request));
        place.get("buildHistory", history);
        place.exists(request -> {
            finders.visitedItem(request);
            return true;
        });
        var cell = new Place("combination of a matrix");
        api.at(cell, Shows.these(Finders.CELL), finders::cell);
        cell.exists(request ->
                !finders.combination(request, api.readers().of(request)).name().isEmpty());
        cell.index(list::cell);
        place.child("{cell}", Cell::isName, cell);
        var scm = new Place("source of a job");
        api.at(scm, Shows.these(Scm.schema()), finders::scm);
        place.child("scm", scm);
        var timer = new Place("kind of a timer");
        timer.any("checkSpec", assistance::checkSpec);
        place.child("descriptorByName/hudson.triggers.TimerTrigger", timer);
        place.child("descriptorByName/hudson.triggers.SCMTrigger", timer);
    }

    private void build(Place place) {
        api.at(
                place,
                new Shows(schemas::builds),
                finders::build,
                new HelpTopic("Console", "consoleText, and logText/progressiveText?start=OFFSET while it grows."),
                new HelpTopic("Facts", "buildNumber and buildTimestamp?format=PATTERN as plain text."));
        place.index(build).any("buildNumber", texts::buildNumber).any("buildTimestamp", texts::buildTimestamp);
        place.exists(request -> {
            finders.visitedBuild(request);
            return true;
        });
        place.notFound(stray::answer);
    }

    private void nodes(Places places) {
        api.at(places.computers, Shows.these(schemas.computers().ofSet()), finders::computers);
        places.computers.index(nodes::nodes).post("updateNow", nodes::measure);
        api.at(places.computer, new Shows(schemas.computers()::all), finders::computer);
        places.computer
                .index(nodes::node)
                .exists(nodes::isThere)
                .any("builds", nodes::builds)
                .any("systemInfo", loadPages::machine);
        api.at(places.executor, Shows.these(schemas.executor()), finders::executor);
        var load = new Place("load of a node");
        api.at(load, loads(), finders::computerLoad);
        load.index(loadPages.load(finders::loadOfNode));
        places.computer.child("loadStatistics", load);
    }

    private void labels(Places places) {
        api.at(places.label, new Shows(schemas.labels()::all), finders::shownLabel);
        places.label.index(loadPages::label);
        var load = new Place("load of a label");
        api.at(load, loads(), finders::labelLoad);
        load.index(loadPages.load(finders::loadOfLabel));
        places.label.child("loadStatistics", load);
    }
}
