package hobson.remote.feed;

import hobson.engine.build.BuildSummary;
import hobson.engine.build.History;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The builds of a job that are older than one of them, newest first; at most some thousands. */
final class OlderBuilds implements Iterable<BuildSummary> {
    private static final int PIECE = 64;
    private static final int MOST = 10_000;

    private final History history;
    private final int number;

    OlderBuilds(History history, int number) {
        this.history = history;
        this.number = number;
    }

    @Override
    public Iterator<BuildSummary> iterator() {
        int start = start();
        return new Pieces(start, start + MOST);
    }

    /** How many builds have that number or a higher one. */
    private int start() {
        int low = 0;
        int high = history.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            var build = history.slice(middle, middle + 1);
            if (!build.isEmpty() && build.getFirst().number() >= number) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private final class Pieces implements Iterator<BuildSummary> {
        private final int end;
        private int next;
        private List<BuildSummary> piece = List.of();
        private int at;

        Pieces(int start, int end) {
            this.next = start;
            this.end = end;
        }

        @Override
        public boolean hasNext() {
            if (at == piece.size() && next < end) {
                piece = history.slice(next, Math.min(next + PIECE, end));
                next += PIECE;
                at = 0;
            }
            return at < piece.size();
        }

        @Override
        public BuildSummary next() {
            if (!hasNext()) throw new NoSuchElementException();
            return piece.get(at++);
        }
    }
}
