package hobson.remote.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told to a feed reader.
 *
 * @param link absolute
 */
public record Feed(String title, String link, List<Entry> entries) {
    public Feed {
        entries = List.copyOf(entries);
    }

    /**
     * One piece of news.
     *
     * @param id the same for ever, whatever the address is
     * @param content null for nothing more than the title
     */
    public record Entry(
            String title,
            String link,
            String id,
            Instant time,
            @Nullable String content) {}
}
