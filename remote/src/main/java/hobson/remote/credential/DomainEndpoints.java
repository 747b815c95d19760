package hobson.remote.credential;

import hobson.engine.credential.CredentialOwner;
import hobson.engine.credential.CredentialStores;
import hobson.engine.user.Permission;
import hobson.http.Body;
import hobson.http.ContentType;
import hobson.http.PathText;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Match;
import hobson.http.route.Place;
import hobson.remote.api.Api;
import hobson.remote.api.Shown;
import hobson.remote.api.Shows;
import hobson.remote.credential.CredentialSchemas.ShownDomain;
import hobson.remote.page.Pages;
import hobson.remote.route.Targets;
import java.util.function.Function;

/** {@code …/domain/NAME/}. */
final class DomainEndpoints {
    private static final String CREATED =
            "{\"status\":\"ok\",\"data\":{\"message\":\"Credentials created\",\"notificationType\":\"SUCCESS\"}}";
    private static final String TAKEN =
            "{\"status\":\"ok\",\"data\":{\"message\":\"Credentials with specified ID already exist\",\"notificationType\":\"ERROR\"}}";

    private final CredentialStores stores;
    private final Targets targets;
    private final Api api;
    private final Pages pages;
    private final Function<Request, StorePlace> places;

    /** @param places the store that a path means */
    DomainEndpoints(
            CredentialStores stores, Targets targets, Api api, Pages pages, Function<Request, StorePlace> places) {
        this.stores = stores;
        this.targets = targets;
        this.api = api;
        this.pages = pages;
        this.places = places;
    }

    Place place(Place credential) {
        var place = new Place("credential domain");
        api.at(
                place,
                Shows.these(CredentialSchemas.DOMAIN),
                (request, _) -> new Shown<>(CredentialSchemas.DOMAIN, domain(request)));
        return place.exists(request -> domain(request) != null)
                .index(this::page)
                .post("createCredentials", this::create)
                .get("config.xml", this::document)
                .method("POST", "config.xml", this::update)
                .method("DELETE", "config.xml", this::delete)
                .otherwise("config.xml", _ -> Response.of(400))
                .post("configSubmit", this::updateByForm)
                .post("doDelete", this::deleteByForm)
                .child("credential/{credential}", credential);
    }

    /** The domain that the path means. */
    ShownDomain domain(Request request) {
        var place = places.apply(request);
        return new ShownDomain(place, stores.domain(targets.caller(request), place.owner(), name(request)));
    }

    static String name(Request request) {
        return Names.domain(Match.of(request).capture("domain"));
    }

    private CredentialOwner owner(Request request) {
        return places.apply(request).owner();
    }

    private Response page(Request request) {
        var shown = domain(request);
        return pages.page(200, Names.title(shown.content().domain()), html -> {
            html.open("ul");
            for (var credential : shown.content().credentials()) {
                var address = "credential/" + PathText.encode(credential.id()) + "/";
                html.open("li")
                        .element("a", Names.title(credential), "href", address)
                        .text(" " + Names.type(credential))
                        .close();
            }
            html.close();
        });
    }

    private Response create(Request request) {
        var caller = targets.caller(request);
        var owner = owner(request);
        stores.domain(caller, owner, name(request));
        stores.require(caller, Permission.CREDENTIALS_CREATE, owner);
        if (Sent.isDocument(request)) {
            return Response.of(stores.create(caller, owner, name(request), Sent.document(request, stores)) ? 200 : 409);
        }
        boolean made = stores.create(caller, owner, name(request), Sent.form(request, "credentials"));
        var accepted = request.header("Accept").orElse("");
        return accepted.contains("application/json")
                ? Response.ok(ContentType.JSON, Body.text(made ? CREATED : TAKEN))
                : Response.redirect("../../domain/" + encoded(name(request)));
    }

    private static String encoded(String domain) {
        return domain.isEmpty() ? "_" : PathText.encode(domain);
    }

    private Response document(Request request) {
        var document = stores.domainDocument(targets.caller(request), owner(request), name(request));
        return Response.ok(ContentType.XML_BARE, Body.bytes(document));
    }

    private Response update(Request request) {
        stores.require(targets.caller(request), Permission.CREDENTIALS_MANAGE_DOMAINS, owner(request));
        stores.updateDomain(targets.caller(request), owner(request), name(request), Sent.document(request, stores));
        return Response.of(200);
    }

    private Response updateByForm(Request request) {
        domain(request);
        stores.require(targets.caller(request), Permission.CREDENTIALS_MANAGE_DOMAINS, owner(request));
        var name =
                stores.updateDomain(targets.caller(request), owner(request), name(request), Sent.form(request, null));
        return Response.redirect("../../domain/" + encoded(name));
    }

    private Response delete(Request request) {
        return Response.of(stores.deleteDomain(targets.caller(request), owner(request), name(request)) ? 200 : 409);
    }

    private Response deleteByForm(Request request) {
        boolean gone = stores.deleteDomain(targets.caller(request), owner(request), name(request));
        return Response.redirect(gone ? "../.." : ".");
    }
}
