package hobson.export.xpath;

/** Counts the nodes that are looked at, and stops when they are too many or it takes too long. Used by one thread. */
final class Visits {
    /** So what is small is never refused, however busy the machine is. */
    private static final int CLOCK_EVERY = 16 * 1024;

    private final XPathLimits limits;
    private final long start;
    private long visited;
    private long nextCheck;
    private int searches;

    Visits(XPathLimits limits) {
        this.limits = limits;
        this.start = limits.nanoTime().getAsLong();
        this.nextCheck = Math.min(CLOCK_EVERY, limits.nodes() + 1);
    }

    void visit() {
        if (++visited >= nextCheck) check();
    }

    void visit(int nodes) {
        visited += nodes;
        if (visited >= nextCheck) check();
    }

    private void check() {
        nextCheck = Math.min(visited + CLOCK_EVERY, limits.nodes() + 1);
        if (visited > limits.nodes()) {
            throw XPathRefused.costly(
                    "The XPath expression looks at more than %s nodes; begin it at the root and use fewer //, or choose less with tree"
                            .formatted(limits.nodes()));
        }
        if (limits.nanoTime().getAsLong() - start > limits.time().toNanos()) {
            throw XPathRefused.costly(
                    "The XPath expression takes longer than %s ms; begin it at the root and use fewer //, or choose less with tree"
                            .formatted(limits.time().toMillis()));
        }
    }

    /** A number that no node has been marked with. */
    int newSearch() {
        return ++searches;
    }
}
