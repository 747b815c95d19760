package hobson.remote.test;

import hobson.engine.test.TestCase;
import hobson.engine.test.TestStatus;
import org.jspecify.annotations.Nullable;

/**
 * A test in one answer.
 *
 * @param number of the build
 */
record ShownCase(TestCase test, int number) {

    /** In how many builds up to this one it has failed; of one that was skipped the number is one too high, as in Jenkins. */
    int age() {
        return test.status().isPass() ? 0 : number - test.failedSince() + 1;
    }

    boolean skipped() {
        return test.status() == TestStatus.SKIPPED;
    }

    /** What the test printed, else what its suite did. */
    @Nullable
    String stdout() {
        var own = test.details().stdout();
        return own == null ? test.suite().texts().stdout() : own;
    }

    /** As {@link #stdout}. */
    @Nullable
    String stderr() {
        var own = test.details().stderr();
        return own == null ? test.suite().texts().stderr() : own;
    }
}
