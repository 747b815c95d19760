package hobson.remote.user;

import hobson.engine.user.Authorization;
import hobson.http.route.Place;
import hobson.remote.RouteGroup;
import hobson.remote.api.Api;
import hobson.remote.api.Shown;
import hobson.remote.api.Shows;
import hobson.remote.page.Pages;
import hobson.remote.route.Places;
import hobson.remote.security.Accounts;

/**
 * {@code /user/ID/}, {@code /me/} and {@code /securityRealm/user/ID/}: one account (endpoints.md §10). Looking one up never creates one.
 */
public final class UserRoutes implements RouteGroup {
    private final FoundUsers found;
    private final UserPage page;
    private final UserSettings settings;
    private final TokenEndpoints tokens;
    private final TokenPages tokenPages;
    private final Api api;

    public UserRoutes(Accounts accounts, Authorization authorization, Api api, Pages pages) {
        this.found = new FoundUsers(accounts.users(), authorization);
        this.page = new UserPage(found, accounts.users(), pages);
        this.settings = new UserSettings(found, accounts.users(), pages);
        this.tokens = new TokenEndpoints(accounts.tokens(), found);
        this.tokenPages = new TokenPages(found, accounts, pages);
        this.api = api;
    }

    @Override
    public void addTo(Places places) {
        addTo(places.user);
        addTo(places.me);
    }

    private void addTo(Place place) {
        api.at(place, Shows.these(UserSchema.USER), (request, _) -> new Shown<>(UserSchema.USER, found.of(request)));
        place.exists(request -> !found.of(request).id().isEmpty())
                .index(page::show)
                .get("delete", page::confirmDeletion)
                .post("doDelete", page::delete)
                .any("configure", settings::page)
                .only("POST", "configSubmit", settings::submit)
                .post("submitDescription", settings::describe)
                .child("descriptorByName/jenkins.security.ApiTokenProperty", tokens.place())
                .child("security", tokenPages.place());
    }
}
