package hobson.engine.test;

/**
 * How the tests of a build went, in numbers.
 *
 * @param failed of {@code total}
 * @param skipped of {@code total}
 * @param healthScale how much failed tests weigh in the health of the job: with 2, half of them make it 0; with 0 they do not count
 */
public record TestTotals(int failed, int skipped, int total, double healthScale) {
    public TestTotals {
        if (failed < 0 || skipped < 0 || failed > total - skipped) {
            throw new IllegalArgumentException(failed + " failed and " + skipped + " skipped of " + total + " tests");
        }
    }

    public int passed() {
        return total - failed - skipped;
    }

    /** From 0, when all tests that matter failed, to 100. */
    public int health() {
        return total == 0 ? 100 : (int) (100 * Math.clamp(1 - healthScale * failed / total, 0, 1));
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return failed + " " + skipped + " " + total + " " + healthScale;
    }

    public static TestTotals parse(String text) {
        var fields = text.split(" ", -1);
        return new TestTotals(
                Integer.parseInt(fields[0]),
                Integer.parseInt(fields[1]),
                Integer.parseInt(fields[2]),
                Double.parseDouble(fields[3]));
    }
}
