package hobson.client;

/**
 * What a change by password must carry, so that no other page can make it in the user's name. The client asks for one and sends it by
 * itself; this is for those who send requests of their own.
 *
 * @param field the header, or the field of a form
 */
public record Crumb(String field, String value) {}
