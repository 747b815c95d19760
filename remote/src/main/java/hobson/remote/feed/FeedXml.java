package hobson.remote.feed;

/** Writes the XML of a feed as Jenkins does: no white space but at the top, {@code <} and {@code &} escaped, no empty-element tags. */
final class FeedXml {
    private final StringBuilder out =
            new StringBuilder(4_000).append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n    \n    ");

    FeedXml open(String tag) {
        out.append('<').append(tag).append('>');
        return this;
    }

    FeedXml close(String element) {
        out.append("</").append(element).append('>');
        return this;
    }

    FeedXml element(String element, String text) {
        return open(element).text(text).close(element);
    }

    FeedXml link(String address) {
        out.append("<link rel=\"alternate\" type=\"text/html\" href=\"");
        text(address);
        out.append("\"></link>");
        return this;
    }

    FeedXml text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '&' -> out.append("&amp;");
                case '\t', '\n', '\r' -> out.append(c);
                default -> out.append(c < ' ' || c >= 0xFFFE ? '\uFFFD' : c);
            }
        }
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
