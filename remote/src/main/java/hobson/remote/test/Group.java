package hobson.remote.test;

import hobson.engine.test.TestCase;
import hobson.engine.test.TestStatus;

/** Tests that belong together, counted. For one thread. */
final class Group {
    final String name;
    int passed;
    int failed;
    int skipped;
    float duration;

    Group(String name) {
        this.name = name;
    }

    void add(TestCase test) {
        duration += test.duration();
        if (test.status() == TestStatus.SKIPPED) skipped++;
        else if (test.status().isFailure()) failed++;
        else passed++;
    }
}
