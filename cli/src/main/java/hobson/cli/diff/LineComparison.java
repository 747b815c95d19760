package hobson.cli.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The shortest way from one list of lines to another (Myers, "An O(ND) Difference Algorithm"). Lists that have more than
 * {@value #MOST} lines different are replaced as a whole: nobody reads that anyway.
 */
final class LineComparison {
    static final int MOST = 2_000;

    private final List<Line> left;
    private final List<Line> right;
    private final List<int[]> trace = new ArrayList<>();

    private LineComparison(List<Line> left, List<Line> right) {
        this.left = left;
        this.right = right;
    }

    static List<Edit> compare(List<Line> left, List<Line> right) {
        int start = 0;
        int most = Math.min(left.size(), right.size());
        while (start < most && left.get(start).says(right.get(start))) {
            start++;
        }
        int end = 0;
        while (end < most - start && left.get(left.size() - 1 - end).says(right.get(right.size() - 1 - end))) {
            end++;
        }
        var edits = new ArrayList<Edit>();
        right.subList(0, start).forEach(line -> edits.add(new Edit(Edit.Kind.SAME, line)));
        edits.addAll(
                new LineComparison(left.subList(start, left.size() - end), right.subList(start, right.size() - end))
                        .edits());
        right.subList(right.size() - end, right.size()).forEach(line -> edits.add(new Edit(Edit.Kind.SAME, line)));
        return edits;
    }

    private List<Edit> edits() {
        int longest = Math.min(MOST, left.size() + right.size());
        var furthest = new int[2 * longest + 3];
        for (int distance = 0; distance <= longest; distance++) {
            trace.add(furthest.clone());
            if (reaches(distance, longest, furthest)) {
                return back(distance, longest);
            }
        }
        return replaced();
    }

    /** @param furthest by diagonal, how far on the left it is possible to come */
    private boolean reaches(int distance, int longest, int[] furthest) {
        for (int diagonal = -distance; diagonal <= distance; diagonal += 2) {
            int at = diagonal + longest + 1;
            boolean down = isDown(diagonal, distance, at, furthest);
            int x = down ? furthest[at + 1] : furthest[at - 1] + 1;
            int y = x - diagonal;
            while (x < left.size() && y < right.size() && left.get(x).says(right.get(y))) {
                x++;
                y++;
            }
            furthest[at] = x;
            if (x >= left.size() && y >= right.size()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDown(int diagonal, int distance, int at, int[] furthest) {
        return diagonal == -distance || (diagonal != distance && furthest[at - 1] < furthest[at + 1]);
    }

    private List<Edit> back(int distance, int longest) {
        var edits = new ArrayList<Edit>();
        int x = left.size();
        int y = right.size();
        for (int d = distance; d >= 0; d--) {
            var furthest = trace.get(d);
            int diagonal = x - y;
            int at = diagonal + longest + 1;
            boolean down = isDown(diagonal, d, at, furthest);
            int fromX = d == 0 ? 0 : down ? furthest[at + 1] : furthest[at - 1];
            int fromY = d == 0 ? 0 : fromX - (down ? diagonal + 1 : diagonal - 1);
            while (x > fromX && y > fromY && (d == 0 || x > (down ? fromX : fromX + 1))) {
                x--;
                y--;
                edits.add(new Edit(Edit.Kind.SAME, right.get(y)));
            }
            if (d > 0) {
                edits.add(down ? new Edit(Edit.Kind.NEW, right.get(--y)) : new Edit(Edit.Kind.GONE, left.get(--x)));
            }
        }
        Collections.reverse(edits);
        return edits;
    }

    private List<Edit> replaced() {
        var edits = new ArrayList<Edit>();
        left.forEach(line -> edits.add(new Edit(Edit.Kind.GONE, line)));
        right.forEach(line -> edits.add(new Edit(Edit.Kind.NEW, line)));
        return edits;
    }
}
