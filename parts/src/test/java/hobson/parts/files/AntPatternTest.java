package hobson.parts.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AntPatternTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "**              | a              | true",
                "**              | a/b/c          | true",
                "*               | a              | true",
                "*               | a/b            | false",
                "*.txt           | a.txt          | true",
                "*.txt           | b/a.txt        | false",
                "**/*.txt        | a.txt          | true",
                "**/*.txt        | x/y/a.txt      | true",
                "out/**          | out/a/b        | true",
                "out/**          | outer/a        | false",
                "out/            | out/a/b        | true",
                "out\\           | out/a/b        | true",
                "out\\*.txt      | out/a.txt      | true",
                "out/a.txt       | out/a.txt      | true",
                "out//a.txt      | out/a.txt      | true",
                "/out/a.txt      | out/a.txt      | false",
                "a/**/b          | a/b            | true",
                "a/**/b          | a/x/y/b        | true",
                "a/**/b          | a/x/y          | false",
                "**/b/**/c       | b/c            | true",
                "**/b/**/c       | x/b/b/y/c      | true",
                "?.txt           | a.txt          | true",
                "?.txt           | ab.txt         | false",
                "a*b*c           | aXbYc          | true",
                "a*b*c           | aXcYb          | false",
                "A.TXT           | a.txt          | false",
                "x**y            | xaay           | true",
                "x**y            | x/y            | false"
            })
    void matches_examples_areAsAntSays(String pattern, String path, boolean matches) {
        assertThat(matches(pattern, path, true)).isEqualTo(matches);
    }

    @Test
    void matches_caseInsensitive_ignoresCase() {
        assertThat(matches("**/A.T?T", "x/a.txt", false)).isTrue();
        assertThat(matches("ÄRGER/*", "ärger/x", false)).isTrue();
    }

    /** The definition, as a regular expression. */
    @Test
    void matches_generated_agreeWithRegularExpression() {
        var random = new Random(7);
        int matched = 0;
        for (int i = 0; i < 20_000; i++) {
            var pattern = path(random, List.of("**", "*", "a", "b", "a*", "*b", "?", "a?b", "**a"));
            var path = path(random, List.of("a", "b", "ab", "aab", "abb", "ba"));

            boolean expected = regex(pattern).matcher(path + "/").matches();

            assertThat(matches(pattern, path, true))
                    .as("%s of %s", path, pattern)
                    .isEqualTo(expected);
            matched += expected ? 1 : 0;
        }
        assertThat(matched).isGreaterThan(1_000);
    }

    @Test
    void mayMatchBelow_generated_neverHidesAMatch() {
        var random = new Random(8);
        for (int i = 0; i < 20_000; i++) {
            var text = path(random, List.of("**", "*", "a", "b", "a*", "?"));
            var pattern = AntPattern.of(text, true);
            var path = Arrays.asList(path(random, List.of("a", "b", "ab")).split("/"));
            for (int depth = 0; depth < path.size(); depth++) {
                var folder = path.subList(0, depth);
                assertThat(pattern.mayMatchBelow(folder) || !pattern.matches(path))
                        .as("%s in %s for %s", path, folder, text)
                        .isTrue();
                assertThat(!pattern.matchesAllBelow(folder) || pattern.matches(path))
                        .as("%s in %s for %s", path, folder, text)
                        .isTrue();
            }
        }
    }

    @Test
    void matches_patternMadeToBeSlow_endsSoon() {
        var pattern = "**/a*a*a*a*a*a*a*a*a*a*a*b/".repeat(20) + "z";
        var path = ("a".repeat(200) + "/").repeat(200) + "y";

        assertThat(matches(pattern, path, true)).isFalse();
        assertThat(matches("**/".repeat(200) + "x", path, true)).isFalse();
    }

    @Test
    void patterns_lists_areSplitAtCommas() {
        var patterns = FilePatterns.of(" a.txt , ,b c/** ", "**/x", false, true);

        assertThat(patterns.matches(List.of("a.txt"))).isTrue();
        assertThat(patterns.matches(List.of("b c", "y"))).isTrue();
        assertThat(patterns.matches(List.of("b c", "x"))).isFalse();
        assertThat(patterns.matches(List.of(""))).isFalse();
        assertThat(patterns.mayMatchBelow(List.of("b c"))).isTrue();
        assertThat(patterns.mayMatchBelow(List.of("c"))).isFalse();
    }

    @Test
    void patterns_defaultExcludes_leaveOutVersionControl() {
        var path = List.of("src", ".git", "config");

        assertThat(FilePatterns.of("**", "", true, true).matches(path)).isFalse();
        assertThat(FilePatterns.of("**", "", true, true).mayMatchBelow(List.of("src", ".git")))
                .isFalse();
        assertThat(FilePatterns.of("**", "", false, true).matches(path)).isTrue();
        assertThat(FilePatterns.of("**", "", true, true).matches(List.of("a~"))).isFalse();
    }

    private static boolean matches(String pattern, String path, boolean caseSensitive) {
        return AntPattern.of(pattern, caseSensitive).matches(Arrays.asList(path.split("/")));
    }

    private static String path(Random random, List<String> segments) {
        var path = new StringBuilder(segments.get(random.nextInt(segments.size())));
        for (int i = random.nextInt(5); i > 0; i--) {
            path.append('/').append(segments.get(random.nextInt(segments.size())));
        }
        return path.toString();
    }

    /** Of a path with a slash behind each segment. */
    private static Pattern regex(String pattern) {
        var regex = new StringBuilder();
        for (var segment : pattern.split("/", -1)) {
            regex.append(
                    segment.equals("**")
                            ? "(?:[^/]+/)*"
                            : segment.replace("?", "[^/]").replaceAll("\\*+", "[^/]*") + "/");
        }
        return Pattern.compile(regex.toString());
    }
}
