package hobson.remote.security;

import hobson.engine.Reader;
import hobson.engine.user.Caller;
import hobson.export.Schema;
import hobson.http.Handler;
import hobson.http.Problem;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Match;
import hobson.http.route.Place;
import hobson.http.session.Session;
import hobson.http.session.SessionScope;
import hobson.remote.api.Api;
import hobson.remote.api.Shown;
import hobson.remote.api.Shows;
import hobson.remote.page.FormCrumb;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code /crumbIssuer/api/…}: hands out crumbs, and with each the session that it is bound to (security.md §6.4). */
final class CrumbIssuer implements FormCrumb {
    private static final Schema<String, Reader> SCHEMA = Schema.<String, Reader>named(
                    "hudson.security.csrf.DefaultCrumbIssuer")
            .text("crumb", (crumb, _) -> crumb)
            .text("crumbRequestField", (_, _) -> Crumbs.FIELD)
            .build();

    /** Shell scripts and clients send these expressions as fixed words; people also write them with other quotes and blanks. */
    private static final Pattern HEADER_LINE = Pattern.compile(
            "\\s*concat\\(\\s*//crumbRequestField\\s*,\\s*(?:\"([:=])\"|'([:=])')\\s*,\\s*//crumb\\s*\\)\\s*");

    private final Crumbs crumbs;
    private final Rules rules;

    CrumbIssuer(Crumbs crumbs, Rules rules) {
        this.crumbs = crumbs;
        this.rules = rules;
    }

    void addTo(Place root, Api api) {
        var data = api.of((request, _) -> new Shown<>(SCHEMA, issue(request)));
        root.child(
                "crumbIssuer",
                new Place("crumbIssuer").any("api", request -> answer(request, api, data), Shows.these(SCHEMA)));
    }

    private Response answer(Request request, Api api, Handler data) {
        if (!rules.crumbs()) {
            throw Problem.notFound();
        }
        var text = isXml(request) ? text(request) : Optional.<String>empty();
        return text.isPresent() ? api.text(text.get()) : data.handle(request);
    }

    @Override
    public Optional<Field> of(Request request) {
        return rules.crumbs() ? Optional.of(new Field(Crumbs.FIELD, issue(request))) : Optional.empty();
    }

    private String issue(Request request) {
        var caller = Callers.of(request);
        return crumbs.issue(request, caller, session(request, caller).id());
    }

    /** A known caller's session is none that those which the anonymous open could push out, and pushes out nobody who logged in. */
    private static Session session(Request request, Caller caller) {
        var scope = SessionScope.of(request);
        return caller.anonymous() ? scope.orCreate() : scope.orCreateForScript();
    }

    private static boolean isXml(Request request) {
        return Match.of(request).rest().stream()
                .findFirst()
                .filter("xml"::equals)
                .isPresent();
    }

    /** The answer to the few expressions that are answered as text although such are refused (remote-api.md §1.4). */
    private Optional<String> text(Request request) {
        var xpath = request.query().first("xpath", "");
        var line = HEADER_LINE.matcher(xpath);
        if (line.matches()) {
            var separator = line.group(1) == null ? line.group(2) : line.group(1);
            return Optional.of(Crumbs.FIELD + separator + issue(request));
        }
        return switch (xpath) {
            case "/*/crumbRequestField/text()" -> Optional.of(Crumbs.FIELD);
            case "/*/crumb/text()" -> Optional.of(issue(request));
            default -> Optional.empty();
        };
    }
}
