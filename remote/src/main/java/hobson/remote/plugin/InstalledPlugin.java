package hobson.remote.plugin;

import hobson.engine.Refusal;
import hobson.engine.plugin.Plugin;
import hobson.engine.plugin.PluginCode;
import hobson.engine.plugin.Plugins;
import hobson.http.Body;
import hobson.http.Header;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.file.FileTypes;
import hobson.http.route.Match;
import hobson.http.route.Place;
import hobson.remote.api.Api;
import hobson.remote.api.Shown;
import hobson.remote.api.Shows;
import hobson.remote.route.Targets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** {@code /pluginManager/plugin/NAME}, and the files that a plugin brings, {@code /plugin/NAME/…}. */
final class InstalledPlugin {
    /** Nothing that a plugin brings is run in the browser as if it were the server's. */
    private static final Header SANDBOX = Header.constant(
            "Content-Security-Policy",
            "sandbox; default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'");

    private final Plugins plugins;
    private final PluginSchemas schemas;
    private final PluginPages pages;
    private final Targets targets;
    private final Api api;

    InstalledPlugin(Plugins plugins, PluginSchemas schemas, PluginPages pages, Targets targets, Api api) {
        this.plugins = plugins;
        this.schemas = schemas;
        this.pages = pages;
        this.targets = targets;
        this.api = api;
    }

    Place place() {
        var place = new Place("plugin");
        api.at(place, Shows.these(schemas.plugin()), (request, reader) -> {
            plugins.require(reader.caller());
            reader.loading().run();
            return new Shown<>(schemas.plugin(), plugin(request));
        });
        place.exists(request -> {
            plugins.require(targets.caller(request));
            plugin(request);
            return true;
        });
        return place.index(this::page)
                .post("makeEnabled", request -> enabled(request, true))
                .post("makeDisabled", request -> enabled(request, false))
                .post("pin", this::pin)
                .post("unpin", this::pin)
                .post("doUninstall", this::uninstall);
    }

    private Plugin plugin(Request request) {
        var name = Match.of(request).capture("plugin");
        return plugins.find(name).orElseThrow(() -> Refusal.notFound("there is no plugin ‘" + name + "’"));
    }

    private Response page(Request request) {
        plugins.require(targets.caller(request));
        return pages.plugin(plugin(request));
    }

    private Response enabled(Request request, boolean wanted) {
        plugins.setEnabled(targets.caller(request), Match.of(request).capture("plugin"), wanted);
        return Response.of(200);
    }

    /** Plugins have not been pinned for many years; clients ask for it still. */
    private Response pin(Request request) {
        plugins.require(targets.caller(request));
        plugin(request);
        return Response.of(200);
    }

    private Response uninstall(Request request) {
        plugins.uninstall(targets.caller(request), Match.of(request).capture("plugin"));
        return Response.redirect(request.link("manage/pluginManager/installed"));
    }

    Response file(Request request) {
        var path = Match.of(request).rest();
        var found = path.isEmpty()
                ? Optional.<PluginCode.Loaded>empty()
                : plugins.find(path.getFirst()).map(Plugin::code);
        try {
            var resource = found.isEmpty()
                    ? Optional.<PluginCode.Resource>empty()
                    : found.get().resource(path.subList(1, path.size()));
            return resource.map(InstalledPlugin::answer).orElseThrow(() -> Refusal.notFound("there is no such file"));
        } catch (IOException e) {
            throw new UncheckedIOException("a file of a plugin could not be read", e);
        }
    }

    private static Response answer(PluginCode.Resource resource) {
        var body = Body.stream(resource.size(), out -> {
            try (var in = resource.content()) {
                in.transferTo(out);
            }
        });
        return Response.ok(FileTypes.of(resource.name()), body).with(SANDBOX);
    }
}
