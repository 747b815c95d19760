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

    /** For those who keep values by key: what was put under this key is a {@code T}. */
    @SuppressWarnings("unchecked") // whoever puts it there takes only a T
    public T cast(Object value) {
        return (T) value;
    }

    @Override
    public String toString() {
        return name;
    }
}
