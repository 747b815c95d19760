package hobson.remote.plugin;

import hobson.engine.Refusal;
import hobson.engine.plugin.Plugins;
import hobson.engine.plugin.UpdateCenter;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.Upload;
import hobson.remote.route.Targets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/**
 * {@code uploadPlugin}: a multipart form with a file, and perhaps an address to fetch it from instead. The file alone is enough: some
 * clients send no more ({@code plugins-and-update-center.md §3.3}).
 */
final class Uploading {
    private static final List<String> ENDINGS = List.of(".hpi", ".jpi", ".jar");

    private final Plugins plugins;
    private final UpdateCenter center;
    private final Targets targets;

    Uploading(Plugins plugins, UpdateCenter center, Targets targets) {
        this.plugins = plugins;
        this.center = center;
        this.targets = targets;
    }

    Response upload(Request request) {
        var caller = targets.caller(request);
        plugins.require(caller);
        request.takeFiles();
        var url = request.parameters().first("pluginUrl", "").strip();
        if (!url.isEmpty()) {
            requirePlugin(url);
            var _ = center.uploadFrom(caller, url, true);
            return Response.redirect("updates/");
        }
        if (request.uploads().isEmpty()) {
            throw Refusal.badInput("no file was sent: a plugin is uploaded as a file of a multipart form");
        }
        var file = request.uploads().getFirst();
        if (file.fileName().isEmpty()) {
            return Response.redirect("advanced");
        }
        requirePlugin(file.fileName());
        install(request, file);
        return Response.redirect("updates/");
    }

    private void install(Request request, Upload file) {
        try (var content = file.open()) {
            center.upload(targets.caller(request), file.fileName(), content, true);
        } catch (IOException e) {
            throw new UncheckedIOException("an uploaded plugin could not be read", e);
        }
    }

    private static void requirePlugin(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (ENDINGS.stream().noneMatch(lower::endsWith)) {
            throw Refusal.badInput(name + " is not a Jenkins plugin");
        }
    }
}
