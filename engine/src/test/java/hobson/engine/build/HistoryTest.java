package hobson.engine.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HistoryTest {

    @Test
    void anyChanges_answerAsAModelDoes() {
        var random = new Random(11);
        for (int round = 0; round < 300; round++) {
            var model = new TreeMap<Integer, BuildSummary>();
            var history = new History(List.of());
            int next = 1;
            for (int step = 0; step < 60; step++) {
                if (random.nextInt(5) == 0 && !model.isEmpty()) {
                    int number = 1 + random.nextInt(next);
                    history.remove(number);
                    model.remove(number);
                } else {
                    int number = random.nextBoolean() ? next++ : model.isEmpty() ? next++ : model.lastKey();
                    var build = new BuildSummary(number, result(random), number * 1_000L, 5);
                    if (!completed(model.get(number))) {
                        history.put(build);
                        model.put(number, build);
                    }
                }
                assertSame(history, model);
            }
        }
    }

    private static boolean completed(@Nullable BuildSummary build) {
        return build != null && build.result() != null;
    }

    private static @Nullable Result result(Random random) {
        var results = Result.values();
        return random.nextInt(6) == 0 ? null : results[random.nextInt(results.length)];
    }

    private static void assertSame(History history, NavigableMap<Integer, BuildSummary> model) {
        var newestFirst = new ArrayList<>(model.descendingMap().values());
        assertThat(history.newest(Integer.MAX_VALUE)).isEqualTo(newestFirst);
        assertThat(history.slice(2, 4))
                .isEqualTo(newestFirst.stream().skip(2).limit(2).toList());
        assertThat(history.slice(500, 510)).isEmpty();
        for (var permalink : Permalink.values()) {
            assertThat(history.of(permalink)).as(permalink.name()).isEqualTo(expected(newestFirst, permalink));
        }
    }

    private static @Nullable BuildSummary expected(List<BuildSummary> newestFirst, Permalink permalink) {
        if (newestFirst.isEmpty()) {
            return null;
        }
        return switch (permalink) {
            case LAST -> newestFirst.getFirst();
            case FIRST -> newestFirst.getLast();
            case LAST_COMPLETED -> first(newestFirst, List.of(Result.values()));
            case LAST_SUCCESSFUL -> first(newestFirst, List.of(Result.SUCCESS, Result.UNSTABLE));
            case LAST_STABLE -> first(newestFirst, List.of(Result.SUCCESS));
            case LAST_UNSTABLE -> first(newestFirst, List.of(Result.UNSTABLE));
            case LAST_FAILED -> first(newestFirst, List.of(Result.FAILURE));
            case LAST_UNSUCCESSFUL ->
                first(newestFirst, List.of(Result.UNSTABLE, Result.FAILURE, Result.NOT_BUILT, Result.ABORTED));
        };
    }

    private static @Nullable BuildSummary first(List<BuildSummary> builds, List<Result> results) {
        return builds.stream()
                .filter(build -> build.result() != null && results.contains(build.result()))
                .findFirst()
                .orElse(null);
    }
}
