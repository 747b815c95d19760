package hobson.engine.user;

/** The password hash. Slow by design; called concurrently. */
public interface Passwords {
    String hash(String password);

    /** Compares in constant time. */
    boolean matches(String password, String hash);
}
