package hobson.export;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * Which items of a list are shown, from {@code from} (inclusive) to {@code to} (exclusive). Beyond the end, or the wrong way
 * round, it selects nothing (remote-api.md §10: the newer behaviour).
 */
record Range(int from, int to) {
    static final Range ALL = new Range(0, Integer.MAX_VALUE);

    <V> Iterator<? extends V> of(Iterable<? extends V> items) {
        if (from >= to) return Collections.emptyIterator();
        if (this.equals(ALL)) return items.iterator();
        if (items instanceof List<? extends V> list) {
            return list.subList(Math.min(from, list.size()), Math.min(to, list.size()))
                    .iterator();
        }
        return new Sliced<V>(items.iterator(), this);
    }

    <V> Iterator<? extends V> of(Rows<V> rows) {
        return from >= to ? Collections.emptyIterator() : rows.slice(from, to).iterator();
    }

    /** The slice of something that can only be walked through. */
    private static final class Sliced<V> implements Iterator<V> {
        private final Iterator<? extends V> all;
        private final Range range;
        private int next;

        Sliced(Iterator<? extends V> all, Range range) {
            this.all = all;
            this.range = range;
        }

        @Override
        public boolean hasNext() {
            while (next < range.from && all.hasNext()) {
                all.next();
                next++;
            }
            return next < range.to && all.hasNext();
        }

        @Override
        public V next() {
            if (!hasNext()) throw new java.util.NoSuchElementException();
            next++;
            return all.next();
        }
    }
}
