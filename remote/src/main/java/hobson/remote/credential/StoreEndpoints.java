package hobson.remote.credential;

import hobson.engine.Refusal;
import hobson.engine.credential.CredentialStores;
import hobson.engine.user.Permission;
import hobson.http.PathText;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Match;
import hobson.http.route.Place;
import hobson.remote.api.Api;
import hobson.remote.api.Shown;
import hobson.remote.api.Shows;
import hobson.remote.credential.CredentialSchemas.ShownStore;
import hobson.remote.credential.CredentialSchemas.ShownStores;
import hobson.remote.page.Pages;
import hobson.remote.route.Targets;
import java.util.List;

/** {@code …/credentials/} and {@code …/credentials/store/NAME/}. */
final class StoreEndpoints {
    private final CredentialStores stores;
    private final Targets targets;
    private final Api api;
    private final Pages pages;
    private final StoreFinder finder;

    StoreEndpoints(CredentialStores stores, Targets targets, Api api, Pages pages, StoreFinder finder) {
        this.stores = stores;
        this.targets = targets;
        this.api = api;
        this.pages = pages;
        this.finder = finder;
    }

    /** The stores of an object. */
    Place all(Place store) {
        var place = new Place("credentials");
        api.at(
                place,
                Shows.these(CredentialSchemas.STORES),
                (request, _) -> new Shown<>(CredentialSchemas.STORES, stores(request)));
        return place.exists(request -> stores(request) != null)
                .index(this::listPage)
                .child("store/{store}", store);
    }

    private ShownStores stores(Request request) {
        var caller = targets.caller(request);
        return new ShownStores(finder.find(request)
                .filter(place -> stores.maySee(caller, place.owner()))
                .map(place -> List.of(new ShownStore(place, stores.visible(caller, place.owner()))))
                .orElse(List.of()));
    }

    Place one(Place domain) {
        var place = new Place("credential store");
        api.at(place, new Shows(CredentialSchemas::stores), (request, _) -> shown(request));
        return place.exists(request -> store(request) != null)
                .index(this::page)
                .post("createDomain", this::createDomain)
                .child("domain/{domain}", domain);
    }

    /** The store that the path means. */
    StorePlace place(Request request) {
        var name = Match.of(request).find("store").orElse("system");
        return finder.find(request)
                .filter(place -> place.name().equals(name))
                .orElseThrow(() -> Refusal.notFound("there is no store of credentials ‘" + name + "’ here"));
    }

    private ShownStore store(Request request) {
        var place = place(request);
        return new ShownStore(place, stores.visible(targets.caller(request), place.owner()));
    }

    private Shown<?> shown(Request request) {
        var store = store(request);
        return new Shown<>(CredentialSchemas.of(store), store);
    }

    private Response listPage(Request request) {
        var all = stores(request).stores();
        return pages.page(200, "Credentials", html -> {
            html.open("ul");
            all.forEach(store -> html.open("li")
                    .element(
                            "a",
                            store.place().title(),
                            "href",
                            "store/" + store.place().name() + "/")
                    .close());
            html.close();
        });
    }

    private Response page(Request request) {
        var store = store(request);
        return pages.page(200, store.place().fullTitle(), html -> {
            html.open("ul");
            for (var content : store.content().domains().values()) {
                var address = "domain/" + Names.url(content.domain()) + "/";
                html.open("li")
                        .element("a", Names.title(content.domain()), "href", address)
                        .close();
            }
            html.close();
        });
    }

    private Response createDomain(Request request) {
        var caller = targets.caller(request);
        var owner = place(request).owner();
        stores.require(caller, Permission.CREDENTIALS_MANAGE_DOMAINS, owner);
        if (Sent.isDocument(request)) {
            return Response.of(stores.createDomain(caller, owner, Sent.document(request, stores)) ? 200 : 409);
        }
        var form = Sent.form(request, null);
        boolean made = stores.createDomain(caller, owner, form);
        var name = form.text("name").orElse("").strip();
        return Response.redirect(made ? "./domain/" + PathText.encode(name) : ".");
    }
}
