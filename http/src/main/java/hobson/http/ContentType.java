package hobson.http;

/** The content types that are sent often, encoded once. The spelling of the charset is the one clients know (remote-api.md §1.1). */
public final class ContentType {
    public static final Header JSON = of("application/json;charset=utf-8");
    public static final Header JAVASCRIPT = of("text/javascript;charset=UTF-8");
    public static final Header XML = of("application/xml;charset=UTF-8");
    public static final Header XML_BARE = of("application/xml");
    public static final Header PYTHON = of("text/x-python;charset=UTF-8");
    public static final Header HTML = of("text/html;charset=utf-8");
    public static final Header TEXT = of("text/plain;charset=utf-8");
    public static final Header BYTES = of("application/octet-stream");
    public static final Header ZIP = of("application/zip");
    /** Error pages of the connection itself. */
    static final Header HTML_LATIN1 = of("text/html;charset=iso-8859-1");

    static final Header TEXT_LATIN1 = of("text/plain;charset=iso-8859-1");

    private ContentType() {}

    /** Any other type; keep it in a constant when it is sent often. */
    public static Header of(String value) {
        return Header.constant("Content-Type", value);
    }
}
