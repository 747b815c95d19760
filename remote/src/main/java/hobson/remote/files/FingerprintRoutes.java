package hobson.remote.files;

import hobson.engine.Refusal;
import hobson.engine.fingerprint.FingerprintStore;
import hobson.engine.user.Authorization;
import hobson.engine.user.Permission;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Match;
import hobson.remote.RouteGroup;
import hobson.remote.page.Pages;
import hobson.remote.route.Places;
import hobson.remote.route.Targets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.Locale;

/** Pages of fingerprints, and the form that asks for that of a file ({@code endpoints.md §9}). */
public final class FingerprintRoutes implements RouteGroup {
    private final Authorization authorization;
    private final Targets targets;
    private final Pages pages;
    private final FingerprintPage page;

    public FingerprintRoutes(FingerprintStore fingerprints, Authorization authorization, Targets targets, Pages pages) {
        this.authorization = authorization;
        this.targets = targets;
        this.pages = pages;
        this.page = new FingerprintPage(fingerprints, targets, pages);
    }

    FingerprintPage page() {
        return page;
    }

    @Override
    public void addTo(Places places) {
        places.fingerprint.index(
                request -> page.answer(request, Match.of(request).capture("md5").toLowerCase(Locale.ROOT)));
        places.root.get("fingerprintCheck", this::form).post("doFingerprintCheck", this::check);
    }

    private Response form(Request request) {
        return pages.page(200, "Check a file's fingerprint", html -> {
            html.element("p", "Send a file to learn which build made it, and which used it.");
            pages.fileForm(html, request, request.link("doFingerprintCheck"), form -> {
                form.element("label", "File", "for", "name");
                form.single("input", "type", "file", "id", "name", "name", "name");
                form.element("button", "Check", "type", "submit");
            });
        });
    }

    private Response check(Request request) {
        if (authorization.allows(targets.caller(request), Permission.JOB_BUILD)) {
            request.takeFiles();
        }
        var file = request.upload("name")
                .orElseThrow(() -> Refusal.badInput("The file to be checked is missing: send it as the part ‘name’"));
        try (var content = Channels.newChannel(file.open())) {
            return Response.redirect(request.link("fingerprint/" + Md5.of(content) + "/"));
        } catch (IOException e) {
            throw new UncheckedIOException("the file could not be read", e);
        }
    }
}
