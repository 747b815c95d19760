package hobson.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kohsuke.stapler.export.NamedPathPruner;

class TreeParserTest {
    private static final String[] TOKENS = {
        "a", "jobs", "*", ",", "[", "]", "{", "}", "0", "12", "99999999999", " ", "-", "é", "\ud83d"
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|expected name at 0", "a,|expected name at 2", "a,,b|expected name at 2", "a[b|expected RBRACE at 3",
                "a]|expected EOF at 1", "a[b]{1|expected QRBRACE at 6", "a[b]{x}|expected number at 5",
                        "a{,}|expected number at 3",
                "a{-1}|expected number at 2", "a{1, 2}|expected number at 4", "a{0}[b]|expected EOF at 4",
                        "a[]|expected name at 2",
                "a{99999999999}|99999999999 at 2 is too large a number",
            })
    void parse_malformed_isRefusedWithThePosition(String tree, String complaint) {
        assertThatThrownBy(() -> TreeParser.parse(tree))
                .isInstanceOfSatisfying(
                        Halt.Refused.class,
                        refused -> assertThat(refused.status).isEqualTo(400))
                .hasMessage("Malformed tree expression: " + complaint + " in \"" + tree + "\"");
    }

    @Test
    void parse_manyBrackets_isRefused() {
        var tree = "a[".repeat(30_000) + "a" + "]".repeat(30_000);

        assertThatThrownBy(() -> TreeParser.parse(tree))
                .isInstanceOf(Halt.Refused.class)
                .hasMessageContaining("deeper than 200");
    }

    @Test
    void parse_longerThanAnyQuery_isRefused() {
        assertThat(TreeParser.parse("a,".repeat(49_999) + "ab").range()).isEqualTo(Range.ALL);
        assertThatThrownBy(() -> TreeParser.parse("a,".repeat(50_000) + "b"))
                .isInstanceOfSatisfying(
                        Halt.Refused.class,
                        refused -> assertThat(refused.status).isEqualTo(400))
                .hasMessage("A tree expression may have up to 100,000 characters");
    }

    @Test
    void parse_anyText_isAcceptedWhereTheOriginalAccepts() {
        var random = new Random(1);
        int accepted = 0;
        for (int i = 0; i < 200_000; i++) {
            var tree = new StringBuilder();
            int length = random.nextInt(1, 10);
            for (int t = 0; t < length; t++) tree.append(TOKENS[random.nextInt(TOKENS.length)]);
            boolean ours = isAccepted(() -> TreeParser.parse(tree.toString()));
            assertThat(ours).as(tree.toString()).isEqualTo(isAccepted(() -> new NamedPathPruner(tree.toString())));
            if (ours) accepted++;
        }
        assertThat(accepted).isBetween(10_000, 190_000);
    }

    private static boolean isAccepted(Runnable parse) {
        try {
            parse.run();
            return true;
        } catch (Halt.Refused | IllegalArgumentException refused) {
            return false;
        }
    }
}
