package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.user.Authorization;
import hobson.engine.user.Permission;
import hobson.export.Kind;
import hobson.export.Schema;
import hobson.http.route.Place;
import hobson.remote.api.Api;
import hobson.remote.api.Shown;
import java.util.List;

/**
 * The plugins of this server and where it would get more: none and nowhere. Clients that look at the list before they go on find an
 * empty one.
 */
final class Plugins {
    private static final Kind<Object, Reader> NOTHING = Kind.declared("java.lang.Object", _ -> null);

    private final Authorization authorization;
    private final Schema<Plugins, Reader> manager = Schema.<Plugins, Reader>named("hudson.LocalPluginManager")
            .list("plugins", NOTHING, (_, _) -> List.of())
            .build();
    private final Schema<Plugins, Reader> updates = Schema.<Plugins, Reader>named("hudson.model.UpdateCenter")
            .list("availables", NOTHING, (_, _) -> List.of())
            .list("jobs", NOTHING, (_, _) -> List.of())
            .bool("restartRequiredForCompletion", (_, _) -> false)
            .list("sites", NOTHING, (_, _) -> List.of())
            .build();

    Plugins(Authorization authorization) {
        this.authorization = authorization;
    }

    void addTo(Place root, Api api) {
        var managerPlace = new Place("plugin manager");
        var updatesPlace = new Place("update center");
        api.at(managerPlace, (_, reader) -> shown(reader, manager));
        api.at(updatesPlace, (_, reader) -> shown(reader, updates));
        root.child("pluginManager", managerPlace).child("updateCenter", updatesPlace);
    }

    private Shown<?> shown(Reader reader, Schema<Plugins, Reader> schema) {
        authorization.require(reader.caller(), Permission.ADMINISTER);
        return new Shown<>(schema, this);
    }
}
