package hobson.client;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the addresses that servers answer say. Their beginnings are ignored: a server behind a proxy often does not know its own. */
final class Addresses {
    private static final Pattern STEP = Pattern.compile("/job/([^/]+)");
    private static final Pattern BUILD = Pattern.compile("/([0-9]{1,9})/?$");
    private static final Pattern ITEM = Pattern.compile("queue/item/([0-9]{1,18})/?$");

    private Addresses() {}

    /** The job or folder that an address is of. */
    static ItemPath item(String url) {
        var names = new ArrayList<String>();
        var steps = STEP.matcher(path(url));
        while (steps.find()) {
            names.add(URLDecoder.decode(steps.group(1).replace("+", "%2B"), StandardCharsets.UTF_8));
        }
        try {
            return new ItemPath(names);
        } catch (IllegalArgumentException e) {
            return ItemPath.ROOT; // no address of an item
        }
    }

    /** The number at the end of a build's address. */
    static Optional<Integer> build(String url) {
        var match = BUILD.matcher(path(url));
        return match.find() ? Optional.of(Integer.valueOf(match.group(1))) : Optional.empty();
    }

    /** The id at the end of a queue item's address. */
    static Optional<Long> queueItem(String url) {
        var match = ITEM.matcher(path(url));
        return match.find() ? Optional.of(Long.valueOf(match.group(1))) : Optional.empty();
    }

    private static String path(String url) {
        try {
            var path = URI.create(url).getRawPath();
            return path == null ? "" : path;
        } catch (IllegalArgumentException e) {
            return url;
        }
    }
}
