package hobson.engine.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelExpressionTest {
    private static final Set<String> LABELS = Set.of("linux", "gpu", "big one", "built-in");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "linux, true",
                "windows, false",
                "!windows, true",
                "linux && gpu, true",
                "linux&&!gpu, false",
                "windows || gpu, true",
                "windows -> gpu, true",
                "linux -> windows, false",
                "linux <-> gpu, true",
                "linux <-> windows, false",
                "(windows || gpu) && linux, true",
                "!(windows || gpu), false",
                "\"big one\", true",
                "built-in, true",
                "a || b && linux, false",
                "linux || a && b, true",
                "!!linux, true",
                "linux &&, false",
                "(linux, false",
                "a -> b -> c, false",
            })
    void matches_expression_followsThePrecedence(String text, boolean expected) {
        assertThat(LabelExpression.parse(text).matches(LABELS)).isEqualTo(expected);
    }

    @Test
    void parse_anything_neverFails() {
        var random = new Random(3);
        var pieces = new String[] {"a", " ", "&&", "||", "!", "(", ")", "->", "<->", "\"", "&", "-", "é", "<"};
        for (int round = 0; round < 20_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(30); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            LabelExpression.parse(text.toString()).matches(LABELS);
        }
        assertThat(LabelExpression.parse("(".repeat(100_000)).matches(LABELS)).isFalse();
        assertThat(LabelExpression.parse("!".repeat(100_000) + "a").matches(LABELS))
                .isFalse();
    }

    @Test
    void parse_manyConditions_areAskedWithoutUsingUpTheStack() {
        var linux = LabelExpression.parse("a||".repeat(3_000) + "linux");
        assertThat(linux.matches(LABELS)).isTrue();
        assertThat(LabelExpression.parse("linux&&".repeat(1_000) + "a").matches(LABELS))
                .isFalse();
        assertThat(LabelExpression.parse("linux||".repeat(50_000) + "linux").matches(LABELS))
                .isFalse();
    }
}
