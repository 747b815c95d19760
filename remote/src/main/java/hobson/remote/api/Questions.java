package hobson.remote.api;

import hobson.engine.Reader;
import hobson.export.Query;
import hobson.remote.api.RecentAnswers.Question;

/** Queries that differ in nothing but flavour and tree. */
final class Questions {
    private Questions() {}

    static boolean isPlain(Query query) {
        return query.tree() != null && !query.pretty() && query.jsonp() == null && !query.needsDocument();
    }

    static Question of(Reader reader, Query query) {
        return new Question(reader.path(), reader.rootUrl(), query.flavour(), String.valueOf(query.tree()));
    }
}
