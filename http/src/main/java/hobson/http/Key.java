package hobson.http;

/**
 * Names something that a filter or the router adds to a request; compared by identity.
 *
 * <pre>{@code
 * static final Key<Caller> CALLER = new Key<>("caller");
 * next.handle(request.with(CALLER, caller));
 * request.get(CALLER).name();
 * }</pre>
 *
 * @param <T> what is kept under this key
 */
public final class Key<T> {
    private final String name;

    public Key(String name) {
        this.name = name;
    }

    @SuppressWarnings("unchecked") // Request.with accepts only a T under this key
    T cast(Object value) {
        return (T) value;
    }

    @Override
    public String toString() {
        return name;
    }
}
