package hobson.client;

/**
 * A token that has just been made.
 *
 * @param id by which it is taken back
 * @param value the secret itself, which is never told again
 */
public record Token(String name, String id, String value) {
    /** Without the secret. */
    @Override
    public String toString() {
        return name + " (" + id + ")";
    }
}
