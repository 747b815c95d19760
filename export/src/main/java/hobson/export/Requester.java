package hobson.export;

/** How far the caller is trusted with answers that a foreign web page could read: JSONP and primitive XPath results. */
public enum Requester {
    /** May have both: security is off, or the operator allows it. */
    SECURE,
    /** Gets a 403 for both (remote-api.md §1.4). */
    ORDINARY
}
