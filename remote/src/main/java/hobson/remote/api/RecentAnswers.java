package hobson.remote.api;

import hobson.export.Flavour;
import hobson.http.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The last few answers whose grounds are known: many callers ask for the same list again and again, and mostly nothing has changed.
 * Used by many threads.
 */
final class RecentAnswers {
    private static final int KEPT = 8;

    private final Map<Question, Answer> answers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Answer> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * What was asked.
     *
     * @param object the address of the object
     */
    record Question(String object, String rootUrl, Flavour flavour, String tree) {}

    private record Answer(List<?> grounds, Response response) {}

    /** The answer that was given on the same grounds; null when there was none. */
    @Nullable
    Response find(Question question, List<?> grounds) {
        Answer known;
        synchronized (answers) {
            known = answers.get(question);
        }
        return known != null && areEqual(known.grounds, grounds) ? known.response : null;
    }

    void keep(Question question, List<?> grounds, Response response) {
        synchronized (answers) {
            answers.put(question, new Answer(grounds, response));
        }
    }

    /** Mostly they are the very same objects, so that nothing of them is looked at. */
    private static boolean areEqual(List<?> before, List<?> now) {
        int size = before.size();
        if (now.size() != size) return false;
        for (int i = 0; i < size; i++) {
            if (!Objects.equals(before.get(i), now.get(i))) return false;
        }
        return true;
    }
}
