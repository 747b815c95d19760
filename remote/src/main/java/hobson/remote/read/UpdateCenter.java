package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.user.Permission;
import hobson.export.Kind;
import hobson.export.Schema;
import hobson.http.route.Place;
import hobson.remote.api.Api;
import hobson.remote.api.Shown;
import java.util.List;

/** Where this server would get plugins from: nowhere. Clients that look before they go on find empty lists. */
final class UpdateCenter {
    private static final Kind<Object, Reader> NOTHING = Kind.declared("java.lang.Object", _ -> null);

    private static final Schema<UpdateCenter, Reader> SCHEMA = Schema.<UpdateCenter, Reader>named(
                    "hudson.model.UpdateCenter")
            .list("availables", NOTHING, (_, _) -> List.of())
            .list("jobs", NOTHING, (_, _) -> List.of())
            .bool("restartRequiredForCompletion", (_, _) -> false)
            .list("sites", NOTHING, (_, _) -> List.of())
            .build();

    void addTo(Place root, Api api) {
        var place = new Place("update center");
        api.at(place, (_, reader) -> {
            reader.authorization().require(reader.caller(), Permission.ADMINISTER);
            return new Shown<>(SCHEMA, this);
        });
        root.child("updateCenter", place);
    }
}
