package hobson.remote.read;

import hobson.engine.Reader;
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
import hobson.remote.api.Shows;
import hobson.remote.page.Pages;
import hobson.remote.user.UserSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code people} and {@code asynchPeople} of the server and of views (objects.md §13): everybody who has an account in the view of all
 * jobs, in others whoever has changed what they show. No part of this server brings changes yet, so there nobody has.
 */
final class People {
    private static final String ALL_JOBS = "hudson.model.AllView";

    private static final Schema<User, Reader> PERSON = Schema.<User, Reader>named(
                    "io.jenkins.plugins.peopleview.UserInfo")
            .visibility(2)
            .value("lastChange", (_, _) -> null)
            .value("project", (_, _) -> null)
            .object("user", Kind.exactly(UserSchema.USER), (user, _) -> user)
            .build();

    /** Clients that list people find the server's own name there, as elsewhere. */
    private static final User SERVER = new User("system", "SYSTEM", null, null, null, null, "", List.of());

    private final ReadServices services;
    private final Finders finders;
    private final Api api;
    private final Pages pages;

    People(ReadServices services, Finders finders, Api api, Pages pages) {
        this.services = services;
        this.finders = finders;
        this.api = api;
        this.pages = pages;
    }

    void addTo(Place view) {
        view.child("people", place("io.jenkins.plugins.peopleview.People"));
        view.child("asynchPeople", place("io.jenkins.plugins.peopleview.AsynchPeople$InnerPeople"));
    }

    private Place place(String className) {
        var schema = Schema.<List<User>, Reader>named(className)
                .list("users", Kind.exactly(PERSON), (users, _) -> users)
                .build();
        var place = new Place("people");
        api.at(place, Shows.these(schema), (request, _) -> new Shown<>(schema, users(request)));
        return place.index(page()).exists(request -> {
            finders.view(request);
            return true;
        });
    }

    private List<User> users(Request request) {
        var view = finders.view(request);
        var path = Match.of(request);
        boolean ofServer =
                path.captures("job").isEmpty() && path.captures("view").size() <= 1;
        return ofServer && view.className().equals(ALL_JOBS) ? everybody() : List.of();
    }

    private List<User> everybody() {
        var users = new ArrayList<>(services.users().all());
        users.add(SERVER);
        return users;
    }

    private Handler page() {
        return request -> {
            var users = users(request);
            return pages.page(200, "People", html -> {
                html.open("ul");
                for (var user : users) {
                    ListPage.item(html, request.link("user/" + PathText.encode(user.id()) + "/"), user.fullName());
                }
                html.close();
            });
        };
    }
}
