package hobson.remote.read;

import hobson.engine.build.BuildSummary;
import hobson.engine.build.History;
import hobson.export.Rows;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Builds of a job, newest first. A range costs as many builds as it has; a long one is read in pieces.
 *
 * @param most how many there are at most
 */
record BuildRows(ShownJob job, History history, int most) implements Rows<ShownBuild> {
    private static final int PIECE = 128;
    private static final int AHEAD = 31;

    @Override
    public Iterable<ShownBuild> slice(int from, int to) {
        int end = Math.min(to, most);
        return () -> new Pieces(from, end);
    }

    /** Goes on where it was: builds that are added meanwhile may make it show one twice, as in Jenkins. */
    private final class Pieces implements Iterator<ShownBuild> {
        private final int end;
        private int next;
        private List<BuildSummary> piece = List.of();
        private int at;

        Pieces(int from, int end) {
            this.next = from;
            this.end = end;
        }

        @Override
        public boolean hasNext() {
            if (at < piece.size()) return true;
            if (next >= end) return false;
            piece = history.slice(next, Math.min(end, next + PIECE));
            next += PIECE;
            at = 0;
            return !piece.isEmpty();
        }

        @Override
        public ShownBuild next() {
            if (!hasNext()) throw new NoSuchElementException();
            var build = piece.get(at++);
            return new ShownBuild(job, build, piece.subList(at, Math.min(at + AHEAD, piece.size())));
        }
    }
}
