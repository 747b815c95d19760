package hobson.http.route;

import java.util.Set;

/**
 * One line of the table, for documentation.
 *
 * @param template for example {@code job/{job}/config.xml}; ends in a slash for the place itself
 * @param methods sorted; {@code *} for every method
 */
public record RouteRow(String template, Set<String> methods, boolean isInline, boolean isLeaf) {}
