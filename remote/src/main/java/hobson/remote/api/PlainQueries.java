package hobson.remote.api;

import hobson.export.Flavour;
import hobson.export.Query;

/** The queries without parameters: most that clients ask. */
final class PlainQueries {
    private static final Query JSON = Query.plain(Flavour.JSON);
    private static final Query XML = Query.plain(Flavour.XML);
    private static final Query PYTHON = Query.plain(Flavour.PYTHON);
    private static final Query SCHEMA = Query.plain(Flavour.SCHEMA);

    private PlainQueries() {}

    static Query of(Flavour flavour) {
        return switch (flavour) {
            case JSON -> JSON;
            case XML -> XML;
            case PYTHON -> PYTHON;
            case SCHEMA -> SCHEMA;
        };
    }
}
