package hobson.remote.credential;

import hobson.engine.Refusal;
import hobson.engine.credential.CredentialAddress;
import hobson.engine.credential.CredentialStores;
import hobson.engine.user.Permission;
import hobson.http.Body;
import hobson.http.Conditional;
import hobson.http.ContentType;
import hobson.http.EntityTag;
import hobson.http.PathText;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Match;
import hobson.http.route.Place;
import hobson.remote.api.Api;
import hobson.remote.api.Shown;
import hobson.remote.api.Shows;
import hobson.remote.credential.CredentialSchemas.ShownCredential;
import hobson.remote.page.Pages;
import hobson.remote.route.Targets;

/** {@code …/credential/ID/}. */
final class CredentialEndpoints {
    private final CredentialStores stores;
    private final Targets targets;
    private final Api api;
    private final Pages pages;
    private final DomainEndpoints domains;
    private final StoreFinder finder;

    /** @param finder of the stores between which credentials can be moved */
    CredentialEndpoints(
            CredentialStores stores,
            Targets targets,
            Api api,
            Pages pages,
            DomainEndpoints domains,
            StoreFinder finder) {
        this.stores = stores;
        this.targets = targets;
        this.api = api;
        this.pages = pages;
        this.domains = domains;
        this.finder = finder;
    }

    void addTo(Place place) {
        api.at(
                place,
                Shows.these(CredentialSchemas.CREDENTIAL),
                (request, _) -> new Shown<>(CredentialSchemas.CREDENTIAL, credential(request)));
        place.exists(request -> credential(request) != null)
                .index(this::page)
                .get("config.xml", this::document)
                .method("POST", "config.xml", this::update)
                .method("DELETE", "config.xml", this::delete)
                .otherwise("config.xml", _ -> Response.of(400))
                .post("doDelete", this::deleteByForm)
                .post("updateSubmit", this::updateByForm)
                .post("doMove", this::move);
    }

    private CredentialAddress address(Request request) {
        return new CredentialAddress(
                domains.domain(request).place().owner(),
                DomainEndpoints.name(request),
                Match.of(request).capture("credential"));
    }

    private ShownCredential credential(Request request) {
        return new ShownCredential(
                domains.domain(request), stores.credential(targets.caller(request), address(request)));
    }

    private Response page(Request request) {
        var credential = credential(request).credential();
        return pages.page(200, Names.title(credential), html -> {
            html.element("p", Names.type(credential)).element("p", "ID: " + credential.id());
            if (credential.description() != null) {
                html.element("p", credential.description());
            }
        });
    }

    private Response document(Request request) {
        var document = stores.document(targets.caller(request), address(request));
        var answer = Response.ok(ContentType.XML_BARE, Body.bytes(document));
        return Conditional.answer(request, answer, EntityTag.strong(document));
    }

    private Response update(Request request) {
        var address = address(request);
        stores.credential(targets.caller(request), address);
        stores.require(targets.caller(request), Permission.CREDENTIALS_UPDATE, address.owner());
        stores.update(targets.caller(request), address, Sent.document(request, stores));
        return Response.of(200);
    }

    private Response updateByForm(Request request) {
        var address = address(request);
        stores.credential(targets.caller(request), address);
        stores.require(targets.caller(request), Permission.CREDENTIALS_UPDATE, address.owner());
        stores.update(targets.caller(request), address, Sent.form(request, null));
        return Response.redirect(".");
    }

    private Response delete(Request request) {
        stores.delete(targets.caller(request), address(request));
        return Response.of(200);
    }

    private Response deleteByForm(Request request) {
        stores.delete(targets.caller(request), address(request));
        return Response.redirect("../..");
    }

    /** To {@code CONTEXT/STORE/DOMAIN}, where the store has the same name as this one. */
    private Response move(Request request) {
        var caller = targets.caller(request);
        var from = address(request);
        var place = domains.domain(request).place();
        stores.credential(caller, from);
        stores.require(caller, Permission.CREDENTIALS_DELETE, place.owner());
        var destination = request.parameter("destination").orElse("");
        var key = place.name() + "/";
        int split = destination.lastIndexOf(key);
        if (split < 0 || stores.visible(caller, place.owner()).domains().size() < 2) {
            throw Refusal.badInput("there is no domain ‘" + destination + "’ that this credential could be moved to");
        }
        var name = destination.substring(split + key.length());
        var store = finder.named(request, destination.substring(0, split))
                .filter(other -> stores.maySee(caller, other.owner()))
                .orElseThrow(() -> Refusal.badInput("there is no store ‘" + destination + "’"));
        var domain = stores.visible(caller, store.owner()).domains().values().stream()
                .map(content -> content.domain())
                .filter(each -> Names.url(each).equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.badInput("there is no domain ‘" + destination + "’"))
                .name();
        boolean same = store.owner().equals(from.owner()) && domain.equals(from.domain());
        if (same || !stores.move(caller, from, store.owner(), domain)) {
            return Response.redirect(".");
        }
        return Response.redirect("../../../" + name + "/credential/" + PathText.encode(from.id()));
    }
}
