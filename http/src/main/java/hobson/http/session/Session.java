package hobson.http.session;

import hobson.http.Key;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is remembered of one browser. Thread-safe; its id changes at login. */
public final class Session {
    private final Map<Key<?>, Object> values = new ConcurrentHashMap<>();
    private volatile String id;

    Session(String id) {
        this.id = id;
    }

    /** A secret of the browser: never to be shown or logged. */
    public String id() {
        return id;
    }

    public <T> Optional<T> find(Key<T> key) {
        var value = values.get(key);
        return value == null ? Optional.empty() : Optional.of(key.cast(value));
    }

    public <T> void put(Key<T> key, T value) {
        values.put(key, value);
    }

    public void remove(Key<?> key) {
        values.remove(key);
    }

    void renamed(String newId) {
        id = newId;
    }
}
