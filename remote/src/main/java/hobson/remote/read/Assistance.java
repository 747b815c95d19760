package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.Refusal;
import hobson.engine.item.Folder;
import hobson.engine.item.Item;
import hobson.engine.item.ItemNames;
import hobson.engine.item.ItemPath;
import hobson.engine.schedule.BadSchedule;
import hobson.engine.schedule.Schedule;
import hobson.engine.user.Permission;
import hobson.http.Body;
import hobson.http.ContentType;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.api.Api;
import hobson.remote.api.Shown;
import hobson.remote.page.Html;
import hobson.remote.page.JsonText;
import hobson.remote.page.Pages;
import hobson.remote.route.Targets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Answers for forms and search fields, which people also script (objects.md §19, endpoints.md §6). */
final class Assistance {
    private static final int SUGGESTIONS = 20;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm:ss zzz", Locale.ENGLISH);

    private final ReadServices services;
    private final Finders finders;
    private final Targets targets;
    private final Api api;
    private final Pages pages;
    private final SuggestionSchemas schemas = new SuggestionSchemas();
    private final ZoneId zone = ZoneId.systemDefault();

    Assistance(ReadServices services, Finders finders, Targets targets, Api api, Pages pages) {
        this.services = services;
        this.finders = finders;
        this.targets = targets;
        this.api = api;
        this.pages = pages;
    }

    /** An empty element for a name that a new job could have, else one with the reason why not. */
    Response checkJobName(Request request) {
        var reader = api.readers().of(request);
        var folder = targets.folder(request);
        services.authorization().require(reader.caller(), Permission.JOB_CREATE, folder);
        return Response.html(200, check(request.parameter("value").orElse(""), folder, reader));
    }

    /** A name that is taken by a job that the caller may not know of is only said to be none. */
    private String check(String value, @Nullable Folder folder, Reader reader) {
        try {
            var name = ItemNames.checked(value);
            var taken = services.jobs().item(ItemPath.in(folder == null ? null : folder.path(), name));
            if (taken.isEmpty()) return "<div/>";
            boolean known = reader.may(Permission.JOB_DISCOVER, taken.get());
            return error(known ? "A job already exists with the name ‘" + name + "’" : "");
        } catch (Refusal refusal) {
            return error(String.valueOf(refusal.getMessage()));
        }
    }

    private static String error(String sentence) {
        return told("error", sentence);
    }

    private static String told(String how, String sentence) {
        return new Html().element("div", sentence, "class", how).toString();
    }

    /** The same for a schedule that a timer of the job could have. */
    Response checkSpec(Request request) {
        var job = finders.visitedJob(request);
        return Response.html(200, check(request.parameter("value").orElse(""), job.job.path()));
    }

    private String check(String spec, ItemPath job) {
        try {
            var now = services.clock().instant();
            var schedule = Schedule.of(spec, job.fullName(), zone);
            var last = schedule.previous(now);
            var next = schedule.next(now);
            return last.isEmpty() || next.isEmpty()
                    ? told("warning", "No schedules so will never run")
                    : told(
                            "ok",
                            "Would last have run at " + TIME.format(last.get().atZone(zone)) + "; would next run at "
                                    + TIME.format(next.get().atZone(zone)) + ".");
        } catch (BadSchedule e) {
            return error(String.valueOf(e.getMessage()));
        }
    }

    Response itemCategories(Request request) {
        finders.view(request);
        var reader = api.readers().of(request);
        services.authorization().require(reader.caller(), Permission.JOB_CREATE, targets.folder(request));
        return api.json(request, new Shown<>(schemas.categories(), SuggestionSchemas.CATEGORIES));
    }

    Response suggest(Request request) {
        var found = found(request, request.parameter("query").orElse(""));
        return api.json(request, new Shown<>(schemas.suggestions(), new SuggestionSchemas.Suggestions(found)));
    }

    /** The form that browsers ask for: the query, and what it may mean. */
    Response suggestOpenSearch(Request request) {
        var query = request.parameter("q").orElse("");
        var json = new StringBuilder("[").append(JsonText.quoted(query)).append(",[");
        var separator = "";
        for (var name : found(request, query)) {
            json.append(separator).append(JsonText.quoted(name));
            separator = ",";
        }
        return Response.ok(ContentType.JSON, Body.text(json.append("]]").toString()));
    }

    /** To the job that the query names, else to a page of those that it may mean. */
    Response search(Request request) {
        var query = request.parameter("q").orElse("").strip();
        var names = found(request, query);
        var exact = names.stream().filter(name -> name.equalsIgnoreCase(query)).findFirst();
        if (exact.isPresent())
            return Response.redirect(request.link(ItemPath.of(exact.get()).url()));
        return pages.page(names.isEmpty() ? 404 : 200, "Search", html -> {
            if (names.isEmpty()) html.element("p", "No job that you can see is called like ‘" + query + "’.");
            html.open("ul");
            names.forEach(
                    name -> ListPage.item(html, request.link(ItemPath.of(name).url()), name));
            html.close();
        });
    }

    /** Names of jobs with the query in them, those that begin with it first. */
    private List<String> found(Request request, String query) {
        var sought = query.strip().toLowerCase(Locale.ROOT);
        if (sought.isEmpty()) return List.of();
        var jobs = services.jobs().readable(api.readers().of(request).caller());
        return jobs.stream()
                .map(Item::path)
                .filter(path -> path.key().contains(sought))
                .sorted((a, b) ->
                        Boolean.compare(b.key().startsWith(sought), a.key().startsWith(sought)))
                .limit(SUGGESTIONS)
                .map(ItemPath::fullName)
                .toList();
    }
}
