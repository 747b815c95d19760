package hobson.export;

/** What the caller sent, in our sentences. */
final class Shown {
    private static final int LONGEST = 200;

    private Shown() {}

    /** The text, or its beginning if it is long. */
    static String part(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
