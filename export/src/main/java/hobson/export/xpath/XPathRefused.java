package hobson.export.xpath;

/** An expression that cannot be answered; the message is a sentence for the caller. */
public final class XPathRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean tooCostly;

    private XPathRefused(String sentence, boolean tooCostly) {
        super(sentence, null, false, false);
        this.tooCostly = tooCostly;
    }

    static XPathRefused invalid(String sentence) {
        return new XPathRefused(sentence, false);
    }

    static XPathRefused costly(String sentence) {
        return new XPathRefused(sentence, true);
    }

    /** Whether the expression is right but visits too much; else it is wrong. */
    public boolean tooCostly() {
        return tooCostly;
    }
}
