package hobson.export.xpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.export.xpath.XPathExpression.Evaluation;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XPathExpressionTest {
    private static final XPathLimits LIMITS = new XPathLimits(500_000, Duration.ofMinutes(1), System::nanoTime);
    private static final String[] TOKENS = {
        "a",
        "job",
        "name",
        "/",
        "//",
        "[",
        "]",
        "(",
        ")",
        "*",
        "@",
        "_class",
        "..",
        ".",
        "::",
        "child",
        "ancestor",
        "text()",
        "'x'",
        "\"",
        "1",
        "1.5",
        "=",
        "!=",
        "<",
        "+",
        "-",
        "|",
        "and",
        "or",
        "div",
        "count(",
        "string(",
        "not(",
        "position()",
        "last()",
        ",",
        " ",
        "$v",
        "p:",
        "\u0000",
        "\ud83d",
        "é",
        "#",
        "translate(",
        "concat(",
        "substring("
    };

    /** A list of jobs as the root shows it. */
    private static XmlDocument jobs(int count) {
        var tree = new XmlTreeBuilder();
        tree.begin("hudson", "hudson.model.Hudson");
        for (int i = 0; i < count; i++) {
            tree.begin("job", "hudson.model.FreeStyleProject");
            tree.leaf("name", "job " + i);
            tree.leaf("color", i % 2 == 0 ? "blue" : "red");
            tree.end();
        }
        tree.end();
        return tree.document();
    }

    private static List<Object> evaluate(String expression, XmlDocument document, XPathLimits limits) {
        return new Evaluation(document, limits).of(XPathExpression.compile(expression));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//*[//*]",
                "//*[count(//*[count(//*) > 1]) > 1]",
                "//*[following::*[preceding::*]]",
                "//*[.=//*]",
                "//*[string(/)='']"
            })
    void of_hostileExpression_isRefused(String expression) {
        assertThatThrownBy(() -> evaluate(expression, jobs(1000), LIMITS))
                .isInstanceOfSatisfying(
                        XPathRefused.class,
                        refused -> assertThat(refused.tooCostly()).isTrue())
                .hasMessageContaining("more than 500000 nodes");
    }

    @Test
    void of_slowExpression_isRefusedAtTheDeadline() {
        var clock = new AtomicLong();
        var limits = new XPathLimits(Long.MAX_VALUE / 2, Duration.ofMillis(250), () -> clock.addAndGet(100_000_000));

        assertThatThrownBy(() -> evaluate("//*[//*]", jobs(1000), limits)).hasMessageContaining("longer than 250 ms");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//job[name='job 999']/color",
                "//job[last()]/color",
                "(//color)[last()]",
                "//color[preceding-sibling::name='job 999']",
                "/hudson/job[color='red'][500]/color",
                "//job[contains(name,'999')]/*[2]",
                "//name[.='job 999']/following-sibling::*"
            })
    void of_usualExpression_staysFarBelowTheLimit(String expression) {
        var found = evaluate(expression, jobs(1000), new XPathLimits(30_000, Duration.ofMinutes(1), System::nanoTime));

        assertThat(found)
                .singleElement()
                .isInstanceOfSatisfying(
                        XmlElement.class, color -> assertThat(color.text()).isEqualTo("red"));
    }

    @Test
    void compile_anyText_isAnExpressionOrRefused() throws InterruptedException {
        var random = new Random(1);
        int[] compiled = {0};
        var smallStack = new Thread(null, () -> compiled[0] = compileRandom(random), "small stack", 256 * 1024);
        smallStack.start();
        smallStack.join();

        assertThat(compiled[0]).isBetween(1_000, 100_000);
    }

    private static int compileRandom(Random random) {
        var document = jobs(3);
        int compiled = 0;
        for (int i = 0; i < 100_000; i++) {
            var text = new StringBuilder();
            int length = random.nextInt(1, 9);
            for (int t = 0; t < length; t++) text.append(TOKENS[random.nextInt(TOKENS.length)]);
            try {
                evaluate(text.toString(), document, LIMITS);
                compiled++;
            } catch (XPathRefused refused) {
                assertThat(refused.getMessage()).isNotEmpty();
            }
        }
        return compiled;
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "a[", "not(", "-", "a/", "a|", "1+", "a or ", "a=", "(a)[1]/", "a[.='"})
    void compile_longRepetition_isAnExpressionOrRefused(String part) throws InterruptedException {
        var failure = new Throwable[1];
        var smallStack = new Thread(null, () -> tryAll(part), "small stack", 256 * 1024);
        smallStack.setUncaughtExceptionHandler((_, thrown) -> failure[0] = thrown);
        smallStack.start();
        smallStack.join();

        assertThat(failure[0]).isNull();
    }

    private static void tryAll(String part) {
        for (int times : new int[] {10, 90, 1000, 1300, 4000, 100_000}) {
            for (var end : List.of("", "a", "a" + ")".repeat(times), "a" + "]".repeat(times))) {
                try {
                    evaluate(part.repeat(times) + end, jobs(2), LIMITS);
                } catch (XPathRefused refused) {
                    assertThat(refused.getMessage()).hasSizeLessThan(600);
                }
            }
        }
    }

    @Test
    void compile_syntaxError_namesThePosition() {
        assertThatThrownBy(() -> XPathExpression.compile("//job[name=]"))
                .isInstanceOf(XPathRefused.class)
                .hasMessageMatching("Invalid XPath expression: .* at 11 in \"//job\\[name=\\]\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "//job[|[ at 5 has no end",
                "(a]|] at 2 has nothing that it ends",
                "a)|) at 1 has nothing",
                "a[.='(]|' at 4 has no end"
            })
    void compile_bracketsThatDoNotMatch_namesThePosition(String expression, String complaint) {
        assertThatThrownBy(() -> XPathExpression.compile(expression))
                .isInstanceOf(XPathRefused.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void pieces_escapedAndLongTexts_areCutAsAParserDoes() {
        assertThat(TextPieces.of("by <me> & é")).containsExactly("by ", "<", "me", ">", " ", "&", " é");
        assertThat(TextPieces.of("<")).containsExactly("<");
        assertThat(TextPieces.of("x".repeat(8192))).hasSize(1);
        assertThat(TextPieces.of("x".repeat(8193))).hasSize(2);
    }
}
