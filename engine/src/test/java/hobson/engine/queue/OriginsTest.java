package hobson.engine.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.build.Cause;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class OriginsTest {
    @Test
    void of_manyReasonsInSeveralBuilds_keepsTheFirst25OfAll() {
        var twenty = Collections.<Cause>nCopies(20, new Cause.Timer());
        var causes = List.<Cause>of(new Cause.Upstream("a", 1, twenty), new Cause.Upstream("b", 2, twenty));

        assertThat(new Origins().of(causes))
                .containsExactly(new Cause.Upstream("a", 1, twenty), new Cause.Upstream("b", 2, twenty.subList(0, 5)));
    }

    @Test
    void of_buildsWithoutReasons_countAsReasons() {
        var builds = Collections.<Cause>nCopies(100, new Cause.Upstream("a", 1, List.of()));

        assertThat(new Origins().of(builds)).hasSize(25);
    }

    @Test
    void of_longChain_endsWithTheTenthBuild() {
        Cause cause = new Cause.User("ann");
        for (int i = 0; i < 30; i++) {
            cause = new Cause.Upstream("a", i, List.of(cause));
        }

        var depth = 0;
        for (var at = new Origins().of(List.of(cause)); !at.isEmpty(); depth++) {
            at = ((Cause.Upstream) at.getFirst()).causes();
        }

        assertThat(depth).isEqualTo(10);
    }
}
