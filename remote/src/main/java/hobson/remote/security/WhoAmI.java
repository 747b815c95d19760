package hobson.remote.security;

import hobson.engine.user.Caller;
import hobson.export.Schema;
import hobson.export.Subject;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Place;
import hobson.http.route.RouteOption;
import hobson.remote.page.ApiAnswers;
import hobson.remote.page.Pages;
import java.util.List;

/** {@code /whoAmI/}: tells callers, also anonymous ones, how they were recognised (security.md §5). */
final class WhoAmI {
    /** Jenkins calls anonymous callers authenticated, too. */
    private static final Schema<Caller, Boolean> SCHEMA = Schema.<Caller, Boolean>named("hudson.security.WhoAmI")
            .bool("anonymous", (caller, _) -> caller.anonymous())
            .bool("authenticated", (_, _) -> true)
            .texts("authorities", (caller, _) -> List.of(authority(caller)))
            .text("name", (caller, _) -> caller.name())
            .build();

    private final ApiAnswers answers;
    private final Pages pages;

    WhoAmI(ApiAnswers answers, Pages pages) {
        this.answers = answers;
        this.pages = pages;
    }

    void addTo(Place root) {
        var place = new Place("whoAmI");
        root.child("whoAmI", place.index(this::page).any("api", this::api, RouteOption.INLINE));
    }

    private Response api(Request request) {
        return answers.answer(request, new Subject<>(SCHEMA, Callers.of(request), true));
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
