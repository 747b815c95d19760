package hobson.remote.feed;

import hobson.http.Body;
import hobson.http.ContentType;
import hobson.http.Header;
import hobson.http.Problem;
import hobson.http.Request;
import hobson.http.Response;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The two languages of feeds: Atom, and RSS 2.0 for {@code ?flavor=rss20} (remote-api.md §9.1). */
public final class Flavours {
    private static final Header ATOM = ContentType.of("application/atom+xml;charset=UTF-8");
    private static final Header RSS = ContentType.of("text/xml;charset=utf-8");

    /** All feeds of all servers have the same one. */
    private static final String ATOM_ID = "urn:uuid:903deee0-7bfa-11db-9fe1-0800200c9a66";

    /** What an administrator who gave no address is called. */
    private static final String AUTHOR = "address not configured yet <nobody@nowhere>";

    private static final Instant NEVER = Instant.parse("2001-01-01T00:00:00Z");

    private Flavours() {}

    public static Response answer(Request request, Feed feed) {
        return switch (request.parameter("flavor").orElse("atom")) {
            case "atom" -> Response.ok(ATOM, Body.text(atom(feed)).compressible());
            case "rss20" -> Response.ok(RSS, Body.text(rss(feed)).compressible());
            default -> throw Problem.badRequest("The parameter flavor is atom or rss20");
        };
    }

    static String atom(Feed feed) {
        var xml = new FeedXml().open("feed xmlns=\"http://www.w3.org/2005/Atom\"");
        xml.element("title", feed.title()).link(feed.link());
        xml.element(
                "updated",
                time(
                        feed.entries().isEmpty()
                                ? NEVER
                                : feed.entries().getFirst().time()));
        xml.open("author").element("name", "Jenkins Server").close("author").element("id", ATOM_ID);
        for (var entry : feed.entries()) {
            xml.open("entry").element("title", entry.title()).link(entry.link());
            xml.element("id", entry.id());
            xml.element("published", time(entry.time())).element("updated", time(entry.time()));
            var content = entry.content();
            if (content != null) xml.element("content", content);
            xml.close("entry");
        }
        return xml.close("feed").toString();
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static String rss(Feed feed) {
        var xml = new FeedXml().open("rss version=\"2.0\"").open("channel");
        xml.element("title", feed.title()).element("link", feed.link()).element("description", feed.title());
        for (var entry : feed.entries()) {
            xml.open("item").element("title", entry.title()).element("link", entry.link());
            xml.open("guid isPermaLink=\"false\"").text(entry.id()).close("guid");
            xml.element("pubDate", date(entry.time())).element("author", AUTHOR);
            var content = entry.content();
            if (content != null) xml.element("description", content);
            xml.close("item");
        }
        return xml.close("channel").close("rss").toString();
    }

    private static String date(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atZone(ZoneId.systemDefault()));
    }
}
