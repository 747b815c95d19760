package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.item.Folder;
import hobson.engine.item.Item;
import hobson.engine.item.Job;
import hobson.engine.scm.LastChange;
import hobson.engine.user.Caller;
import hobson.engine.user.User;
import hobson.export.Kind;
import hobson.export.Schema;
import hobson.http.Handler;
import hobson.http.PathText;
import hobson.http.Request;
import hobson.http.route.Match;
import hobson.http.route.Place;
import hobson.remote.api.Api;
import hobson.remote.api.Shown;
import hobson.remote.api.ShownView;
import hobson.remote.api.Shows;
import hobson.remote.page.Html;
import hobson.remote.page.Pages;
import hobson.remote.user.UserSchema;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code people} and {@code asynchPeople} of the server and of views (objects.md §13): whoever has changed what the view shows and the
 * caller may read, newest change first; in the server's view of all jobs, everybody else who has an account after them.
 */
final class People {
    private static final String ALL_JOBS = "hudson.model.AllView";

    /** Older changes than so many others are not looked at. */
    private static final int MOST_CHANGES = 50_000;

    /** Clients that list people find the server's own name there, as elsewhere. */
    private static final User SERVER = unknown("system", "SYSTEM");

    private final ReadServices services;
    private final Finders finders;
    private final Api api;
    private final Pages pages;
    private final Schema<Person, Reader> person;

    /**
     * Somebody who is listed.
     *
     * @param project where the last change was; null for who has changed nothing
     */
    private record Person(User user, @Nullable Job project, long lastChange) {}

    People(ReadServices services, Schemas schemas, Finders finders, Api api, Pages pages) {
        this.services = services;
        this.finders = finders;
        this.api = api;
        this.pages = pages;
        this.person = Schema.<Person, Reader>named("io.jenkins.plugins.peopleview.UserInfo")
                .visibility(2)
                .value("lastChange", (person, _) -> person.project == null ? null : person.lastChange)
                .object(
                        "project",
                        schemas.itemKind("hudson.model.Job"),
                        (person, _) -> person.project == null ? null : ShownJob.listed(services, person.project))
                .object("user", Kind.exactly(UserSchema.USER), (person, _) -> person.user)
                .build();
    }

    /** Somebody without an account. */
    private static User unknown(String id, String name) {
        return new User(id, name, null, null, null, null, "", List.of());
    }

    void addTo(Place view) {
        view.child("people", place("io.jenkins.plugins.peopleview.People"));
        view.child("asynchPeople", place("io.jenkins.plugins.peopleview.AsynchPeople$InnerPeople"));
    }

    private Place place(String className) {
        var schema = Schema.<List<Person>, Reader>named(className)
                .list("users", Kind.exactly(person), (people, _) -> people)
                .build();
        var place = new Place("people");
        api.at(place, Shows.these(schema), (request, reader) -> new Shown<>(schema, people(request, reader)));
        return place.index(page()).exists(request -> {
            finders.view(request);
            return true;
        });
    }

    private List<Person> people(Request request, Reader reader) {
        var view = finders.view(request);
        reader.loading().run();
        var people = new LinkedHashMap<String, Person>();
        var changes = services.lastChanges().newest(MOST_CHANGES);
        var jobs = changes.isEmpty() ? Map.<Long, Job>of() : jobs(reader.caller(), view);
        for (var change : changes) {
            var job = jobs.get(change.jobId());
            if (job != null) {
                add(people, new Person(author(change), job, change.at()));
            }
        }
        if (isOfServer(request, view)) {
            services.users().all().forEach(user -> add(people, new Person(user, null, 0)));
            add(people, new Person(SERVER, null, 0));
        }
        return List.copyOf(people.values());
    }

    private static void add(Map<String, Person> people, Person person) {
        people.putIfAbsent(person.user.id().toLowerCase(Locale.ROOT), person);
    }

    private static boolean isOfServer(Request request, ShownView view) {
        var path = Match.of(request);
        return path.captures("job").isEmpty()
                && path.captures("view").size() <= 1
                && view.className().equals(ALL_JOBS);
    }

    /** The account that is called so, or the one that there would be. */
    private User author(LastChange change) {
        return services.users()
                .find(change.author())
                .orElseGet(() -> unknown(change.author().toLowerCase(Locale.ROOT), change.author()));
    }

    /** What the view shows and the caller may read, with all that is in its folders, by number. */
    private Map<Long, Job> jobs(Caller caller, ShownView view) {
        var jobs = new HashMap<Long, Job>();
        services.views().items(caller, view).forEach(item -> collect(caller, item, jobs));
        return jobs;
    }

    private void collect(Caller caller, Item item, Map<Long, Job> jobs) {
        switch (item) {
            case Job job -> jobs.put(job.id(), job);
            case Folder folder -> services.jobs().list(caller, folder).forEach(inner -> collect(caller, inner, jobs));
        }
    }

    private Handler page() {
        return request -> {
            var people = people(request, api.readers().of(request));
            return pages.page(200, "People", html -> {
                html.open("table").open("thead").open("tr");
                for (var title : List.of("Name", "Last change", "Job")) {
                    html.element("th", title, "scope", "col");
                }
                html.close().close().open("tbody");
                people.forEach(person -> row(html, request, person));
                html.close().close();
            });
        };
    }

    private static void row(Html html, Request request, Person person) {
        var address = request.link("user/" + PathText.encode(person.user.id()) + "/");
        html.open("tr").open("td").element("a", person.user.fullName(), "href", address);
        html.close().open("td");
        var project = person.project;
        if (project != null) {
            html.text(Instant.ofEpochMilli(person.lastChange)
                    .truncatedTo(ChronoUnit.SECONDS)
                    .toString());
        }
        html.close().open("td");
        if (project != null) {
            html.element(
                    "a",
                    project.path().fullName(),
                    "href",
                    request.link(project.path().url()));
        }
        html.close().close().line();
    }
}
