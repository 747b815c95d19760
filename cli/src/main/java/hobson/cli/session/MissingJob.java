package hobson.cli.session;

import hobson.client.Hobson;
import hobson.client.HobsonException;
import hobson.client.ItemPath;
import hobson.client.JobSummary;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what was probably meant by the name of a job that does not exist: the nearest name that the caller may see. */
final class MissingJob {
    private static final int FARTHEST = 3;
    private static final int MOST = 20_000;

    private MissingJob() {}

    /** The nearest full name, if one is near; looked for among all jobs, or at least among many. */
    static Optional<String> meant(Hobson hobson, String name) {
        try (Stream<JobSummary> jobs = hobson.jobs().tree()) {
            var wanted = ItemPath.of(name).toString();
            return jobs.limit(MOST)
                    .map(job -> job.path().toString())
                    .filter(known -> distance(known, wanted) <= FARTHEST || known.endsWith("/" + wanted))
                    .min(Comparator.comparingInt(known -> distance(known, wanted)));
        } catch (HobsonException | IllegalArgumentException e) {
            return Optional.empty(); // what went wrong first is what counts
        }
    }

    /** How many letters are to be changed (Levenshtein); more than {@value #FARTHEST} are not counted out. */
    static int distance(String left, String right) {
        if (Math.abs(left.length() - right.length()) > FARTHEST) {
            return Integer.MAX_VALUE;
        }
        var above = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            var row = new int[right.length() + 1];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int change = above[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[right.length()];
    }
}
