package hobson.cli.session;

import hobson.client.ItemPath;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Addresses below a server's, percent-encoded. */
public final class Addresses {
    private Addresses() {}

    /** {@code job/team/job/app/}; nothing at all for the top. */
    public static String of(ItemPath item) {
        return item.names().stream().map(name -> "job/" + segment(name) + "/").collect(Collectors.joining());
    }

    /** One segment, or the value of one parameter, whatever is in it. */
    public static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
