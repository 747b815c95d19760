package hobson.remote.security;

import hobson.engine.Reader;
import hobson.engine.user.Caller;
import hobson.export.Schema;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Place;
import hobson.remote.api.Api;
import hobson.remote.api.Shown;
import hobson.remote.api.Shows;
import hobson.remote.page.Pages;
import java.util.List;

/** {@code /whoAmI/}: tells callers, also anonymous ones, how they were recognised (security.md §5). */
final class WhoAmI {
    /** Jenkins calls anonymous callers authenticated, too. */
    private static final Schema<Caller, Reader> SCHEMA = Schema.<Caller, Reader>named("hudson.security.WhoAmI")
            .bool("anonymous", (caller, _) -> caller.anonymous())
            .bool("authenticated", (_, _) -> true)
            .texts("authorities", (caller, _) -> List.of(authority(caller)))
            .text("name", (caller, _) -> caller.name())
            .build();

    private final Api api;
    private final Pages pages;

    WhoAmI(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    void addTo(Place root) {
        var place = new Place("whoAmI").index(this::page);
        api.at(place, Shows.these(SCHEMA), (_, reader) -> new Shown<>(SCHEMA, reader.caller()));
        root.child("whoAmI", place);
    }

    private Response page(Request request) {
        var caller = Callers.of(request);
        return pages.page(
                200,
                "Who am I?",
                html -> html.open("dl")
                        .element("dt", "Name")
                        .element("dd", caller.name())
                        .element("dt", "Anonymous")
                        .element("dd", caller.anonymous() ? "yes" : "no")
                        .element("dt", "Authorities")
                        .element("dd", authority(caller))
                        .close());
    }

    private static String authority(Caller caller) {
        return caller.anonymous() ? "anonymous" : "authenticated";
    }
}
