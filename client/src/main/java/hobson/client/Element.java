package hobson.client;

/** Writes elements of definitions. */
final class Element {
    private Element() {}

    /** With that text in it. */
    static String of(String tag, Object text) {
        return around(tag, XmlText.escape(text.toString()));
    }

    /** With that markup in it. */
    static String around(String tag, String content) {
        return "<" + tag + ">" + content + "</" + tag + ">";
    }

    /** With that markup in it; nothing at all around nothing. */
    static String aroundAny(String tag, String content) {
        return content.isEmpty() ? "" : around(tag, content);
    }
}
