package hobson.cli.profile;

/** The file of profiles, or what is said about a server elsewhere, cannot be used; the message says what to do. */
public final class BadProfiles extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadProfiles(String message) {
        super(message);
    }
}
